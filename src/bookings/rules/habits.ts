import type { Id } from "#kernel";

import type { PlaceState } from "./place-state.ts";
import { mondayOf } from "./proposal.ts";

/** A place of a family, past or to come, as its habits are read from it. */
export interface FamilyPlace {
  readonly participantId: Id<"participant">;
  readonly activityId: Id<"activity">;
  readonly unitId: Id<"unit">;
  readonly slotId: Id<"slot">;
  readonly date: Temporal.PlainDate;
  readonly state: PlaceState;
  readonly bookUntil: Temporal.Instant;
  readonly cancelUntil: Temporal.Instant;
  readonly saidAbsent: boolean;
}

/** How far back habits are read: four weeks. */
export const HABIT_DAYS = 28;

/** A participant's week in which something that could be booked is not, though it usually is. */
export interface WeekGap {
  readonly participantId: Id<"participant">;
  readonly monday: Temporal.PlainDate;
  /** Nothing at all is booked that week. */
  readonly empty: boolean;
  readonly activityIds: readonly Id<"activity">[];
  /** The first instant after which a part of it can no longer be booked. */
  readonly until: Temporal.Instant;
}

/**
 * @rule Une semaine où il manque quelque chose
 *
 * Une activité manque à la semaine d'un enfant quand rien n'y est réservé, qu'une place peut encore l'être, et que
 * l'enfant y va d'habitude : il y avait une place au moins une semaine sur deux, parmi les quatre semaines précédentes
 * où l'activité était ouverte. La semaine est « vide » quand rien du tout n'est réservé. Après quatre semaines sans
 * accueil (la rentrée), il n'y a pas d'habitude : une semaine vide est dite quand même. Un enfant inscrit qui ne vient
 * jamais n'est pas signalé.
 *
 * Exemple : Lina mange chaque semaine et va à l'accueil du soir une semaine sur deux. Si la semaine du 16 novembre n'a
 * que des repas, « accueil du soir » manque ; si elle n'a rien, la semaine est vide.
 */
export function weekGaps(places: readonly FamilyPlace[], monday: Temporal.PlainDate): readonly WeekGap[] {
  const { compare } = Temporal.PlainDate;
  const within = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
    places.filter(({ date }) => compare(date, from) >= 0 && compare(date, to) < 0);
  const before = Map.groupBy(
    within(monday.subtract({ days: HABIT_DAYS }), monday),
    (place) => place.participantId,
  );
  const week = Map.groupBy(within(monday, monday.add({ days: 7 })), (place) => place.participantId);
  return [...week].flatMap(([participantId, own]) => {
    const past = (before.get(participantId) ?? []).filter(({ state }) => state.kind !== "closed");
    const possible = missingActivities(own);
    const empty = !own.some(isTaken);
    const usual = possible.filter((activityId) => goesUsually(past, activityId));
    const activityIds = empty && past.length === 0 ? possible : usual;
    const until = own
      .filter((place) => place.state.kind === "free" && activityIds.includes(place.activityId))
      .map(({ bookUntil }) => bookUntil)
      .toSorted(Temporal.Instant.compare)[0];
    return until === undefined ? [] : [{ participantId, monday, empty, activityIds, until }];
  });
}

/** A place of a coming day that is not as on other weeks. */
export interface UnusualPlace {
  readonly place: FamilyPlace;
  /** « missing »: usually booked, and not yet; « extra »: booked, though it never is. */
  readonly kind: "missing" | "extra";
  /** Until when it can be put right. */
  readonly until: Temporal.Instant;
}

/**
 * @rule Ce qui n'est pas comme d'habitude
 *
 * Le même jour de la semaine, pour la même prestation, sur les quatre semaines précédentes (deux jours ouverts au
 * moins) : un jour libre surprend s'il était réservé plus d'une fois sur deux, un jour réservé surprend s'il ne l'était
 * jamais.
 */
export function unusualPlaces(
  places: readonly FamilyPlace[],
  today: Temporal.PlainDate,
): readonly UnusualPlace[] {
  const { compare } = Temporal.PlainDate;
  const key = ({ participantId, unitId, date }: FamilyPlace) =>
    `${participantId} ${unitId} ${date.dayOfWeek}`;
  const open = places.filter(({ state }) => state.kind !== "closed");
  const past = Map.groupBy(
    open.filter(({ date }) => compare(date, today) < 0),
    key,
  );
  return open
    .filter(({ date }) => compare(date, today) >= 0)
    .flatMap((place): readonly UnusualPlace[] => {
      const known = past.get(key(place)) ?? [];
      const booked = known.filter(isTaken).length;
      if (known.length < 2) return [];
      if (place.state.kind === "free" && booked * 2 > known.length) {
        return [{ place, kind: "missing", until: place.bookUntil }];
      }
      if (place.state.kind === "booked" && place.state.canCancel && booked === 0) {
        return [{ place, kind: "extra", until: place.cancelUntil }];
      }
      return [];
    });
}

/** The activities of a week in which a place is free and none is taken. */
function missingActivities(week: readonly FamilyPlace[]): readonly Id<"activity">[] {
  return [...Map.groupBy(week, (place) => place.activityId)].flatMap(([activityId, places]) =>
    !places.some(isTaken) && places.some(({ state }) => state.kind === "free") ? activityId : [],
  );
}

function goesUsually(past: readonly FamilyPlace[], activityId: Id<"activity">): boolean {
  const weeks = [
    ...Map.groupBy(
      past.filter((place) => place.activityId === activityId),
      ({ date }) => mondayOf(date).toString(),
    ).values(),
  ];
  const taken = weeks.filter((week) => week.some(isTaken)).length;
  return taken > 0 && taken * 2 >= weeks.length;
}

function isTaken({ state }: FamilyPlace): boolean {
  return state.kind === "booked" || state.kind === "booked-elsewhere";
}
