import type { Id } from "#kernel";

import { adaptHours } from "./hours.ts";
import type { Hours, Line } from "./lines.ts";
import { possibleAct, type PlaceState } from "./place-state.ts";

/** A place of the planning, as the tools look at it. */
export interface Place {
  readonly participantId: Id<"participant">;
  readonly slotId: Id<"slot">;
  readonly unitId: Id<"unit">;
  /** « Repas »: units of two schools that bear the same name stand for each other. */
  readonly unitName: string;
  readonly date: Temporal.PlainDate;
  readonly state: PlaceState;
  readonly bookedBy: "slot" | "week" | "season";
  /** What it is booked whole with; null for a place by itself, and for a day of a package that is closed or has begun. */
  readonly package: string | null;
  /** What can be chosen; null where the hours are the unit's own. */
  readonly choice: HourChoice | null;
}

/** The hours that can be chosen in a place, and whether those that are booked may still change. */
export interface HourChoice {
  readonly unit: Hours;
  readonly step: number;
  readonly canChange: boolean;
}

/** What a tool would change, and what it would have to but cannot. */
export interface Proposal {
  readonly lines: readonly Line[];
  readonly left: readonly LeftPlace[];
  /** Lines whose hours are not those that were to be repeated: the unit has others. */
  readonly adapted: readonly AdaptedHours[];
}

/**
 * A place that stays as it is: because of its state (full, too late, closed); as a `part` of a package of which not
 * all days were asked; `together` with days of its package that cannot change.
 */
export interface LeftPlace {
  readonly place: Place;
  readonly because: PlaceState["kind"] | "part" | "together";
}

/** Hours that a unit does not have, and those proposed instead. */
export interface AdaptedHours {
  readonly place: Place;
  readonly wanted: Hours;
  readonly hours: Hours;
}

/** A place and what it should become. */
export interface Wish {
  readonly place: Place;
  readonly wanted: boolean;
  /** The hours that it should have, where they are known; all those of the unit where not. */
  readonly hours?: Hours | null;
  /** How many come along, as in the week or the year that is repeated. */
  readonly companions?: number;
  /** Whether a place that is booked already takes these hours too. */
  readonly changeHours?: boolean;
}

/**
 * @rule Une semaine ou un séjour se propose en entier
 *
 * Répéter, copier, refaire comme l'an dernier ou annuler une période proposent en entier ce qui se réserve à la semaine
 * ou à la saison : tous ses jours encore ouverts, ou aucun. Un jour complet ou hors délai laisse toute la prestation comme
 * elle est, et c'est dit ; un jour fermé est dit, la prestation est faite des autres. Une période qui ne couvre qu'une
 * partie de la prestation n'y change rien.
 *
 * Exemple : la semaine du 16 novembre 2026 au centre se réserve en entier. « Absent du mercredi 18 au vendredi 20 »
 * n'en annule rien, et dit pourquoi ; « absent du lundi 16 au vendredi 20 » l'annule.
 *
 * In: wishes, and all the places known, those of the packages whole. A place that is as wanted asks nothing.
 */
export function proposalOf(wishes: readonly Wish[], places: readonly Place[]): Proposal {
  const members = Map.groupBy(places, (place) => place.package);
  const parties = Map.groupBy(
    wishes,
    ({ place }) => place.package ?? `${place.participantId} ${place.slotId}`,
  );
  const judged = [...parties.values()].flatMap((party) => {
    const whole = party[0]?.place.package ?? null;
    const each = party.flatMap(judge);
    return whole === null ? each : judgeWhole(party, each, members.get(whole) ?? []);
  });
  return {
    lines: judged.flatMap((one) => ("line" in one ? one.line : [])),
    left: judged.flatMap((one) => ("because" in one ? { place: one.place, because: one.because } : [])),
    adapted: judged.flatMap((one) => ("adapted" in one && one.adapted !== null ? one.adapted : [])),
  };
}

type Judged = { place: Place } & ({ line: Line; adapted: AdaptedHours | null } | Pick<LeftPlace, "because">);

function judge({ place, wanted, hours = null, companions = 0, changeHours = false }: Wish): Judged[] {
  const { participantId, slotId, state, choice } = place;
  const base = { participantId, slotId };
  if (wanted === isBooked(place)) {
    if (!wanted || !changeHours || hours === null || choice === null) return [];
    const fitting = adaptHours(hours, choice.unit, choice.step);
    if (state.kind !== "booked" || state.hours === null || sameHours(state.hours, fitting)) return [];
    if (!choice.canChange) return [{ place, because: "booked" }];
    return [
      { place, line: { ...base, act: "change", hours: fitting }, adapted: toldIn(place, hours, fitting) },
    ];
  }
  const act = wanted ? "book" : "cancel";
  const along = wanted && companions > 0 ? { companions } : {};
  if (possibleAct(state) !== act) return [{ place, because: state.kind }];
  if (!wanted || choice === null) return [{ place, line: { ...base, act, ...along }, adapted: null }];
  const fitting = hours === null ? choice.unit : adaptHours(hours, choice.unit, choice.step);
  return [
    {
      place,
      line: { ...base, act, hours: fitting, ...along },
      adapted: hours === null ? null : toldIn(place, hours, fitting),
    },
  ];
}

/** All the days of a package or none: it takes a wish for every one that is not as wanted, and every one must be able. */
function judgeWhole(
  party: readonly Wish[],
  judged: readonly Judged[],
  members: readonly Place[],
): readonly Judged[] {
  const wanted = party[0]?.wanted === true;
  const asked = new Set(party.map(({ place }) => place.slotId));
  const part =
    party.some((wish) => wish.wanted !== wanted) ||
    members.some((place) => isBooked(place) !== wanted && !asked.has(place.slotId));
  if (part) return judged.map(({ place }) => ({ place, because: "part" }));
  if (judged.every((one) => "line" in one)) return judged;
  return judged.map((one) => ("line" in one ? { place: one.place, because: "together" } : one));
}

function toldIn(place: Place, wanted: Hours, hours: Hours): AdaptedHours | null {
  return sameHours(wanted, hours) ? null : { place, wanted, hours };
}

function sameHours(a: Hours, b: Hours): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Whether the participant has the place, whichever household holds it. */
export function isBooked(place: Place): boolean {
  const { state } = place;
  return state.kind === "booked" || (state.kind === "booked-elsewhere" && state.otherUnit !== true);
}

/** The hours that are booked; null where they are the unit's own, or another household's. */
export function bookedHours({ state }: Place): Hours | null {
  return state.kind === "booked" ? state.hours : null;
}

/** How many come along in a place of ours. */
export function bookedCompanions({ state }: Place): number {
  return state.kind === "booked" ? (state.companions ?? 0) : 0;
}

/** Whether a tool has something to say of the place: a closed day says nothing, but in a package it is told. */
export function isTold(place: Place): boolean {
  return place.state.kind !== "closed" || place.bookedBy !== "slot";
}

/** The Monday of the week of a date. */
export function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 });
}
