import type { Id } from "#kernel";
import { formList, formId, hashedId, isoMonth, isoWeek } from "#platform";
import { z } from "zod";

import type { Hours, Line } from "../../../rules/lines.ts";
import { planningChanges } from "../../../rules/planning-changes.ts";
import type { PlanningSpan } from "../../../rules/planning-span.ts";
import { cellList, type ListedCell } from "./cell-list.ts";

/** The position of a box in the list of what was shown. */
const position = z
  .string()
  .regex(/^\d{1,4}$/, "Cette case n’existe pas.")
  .transform(Number);

/** A time chosen for a line of the page: « 3:450 » is 7 h 30 for the fourth line. */
const chosenTime = z
  .string()
  .regex(/^\d{1,4}:\d{1,4}$/, "Cette heure n’existe pas.")
  .transform((text) => text.split(":").map(Number));

/**
 * What the planning, or the page that confirms, sends: the page's key, and either what was shown with the boxes that
 * are ticked and the hours that are chosen, or the lines themselves.
 */
export const sentPlanning = z
  .object({
    cle: formId<"page">(),
    mois: isoMonth.optional(),
    semaine: isoWeek.optional(),
    affiche: cellList.optional(),
    voulu: formList(position, 2000),
    arrivee: formList(chosenTime, 2000),
    depart: formList(chosenTime, 2000),
    enfants: formList(chosenTime, 2000),
    lignes: cellList.optional(),
  })
  .refine(({ affiche, voulu }) => voulu.every((index) => index < (affiche?.length ?? 0)), {
    path: ["voulu"],
    message: "Cette case n’existe pas.",
  })
  .transform(({ cle, mois, semaine, affiche, voulu, arrivee, depart, enfants, lignes }) => {
    const chosen: Chosen = { from: byLine(arrivee), to: byLine(depart), companions: byLine(enfants) };
    const asked = lignes ?? planningChanges(affiche ?? [], new Set(voulu));
    return {
      pageKey: cle,
      span: spanOf({ mois, semaine }),
      lines: asked.flatMap((cell) => linesOf(cell, chosen)),
      chosen,
      /** Sent by the page that gives booked days other hours. */
      changing: affiche !== undefined && affiche.length > 0 && affiche.every(({ act }) => act === "change"),
    };
  });

/** A planning as it was sent. */
export type SentPlanning = z.infer<typeof sentPlanning>;

/**
 * The idempotency key of a form: the same page sent twice with the same wishes by the same person is one form, and
 * its first receipt comes back; the same page sent again with other wishes (« page précédente ») is another one.
 */
export function submissionKey(
  pageKey: Id<"page">,
  account: Id<"account">,
  lines: readonly Line[],
): Id<"submission"> {
  return hashedId(
    pageKey,
    account,
    ...lines.flatMap(({ act, participantId, slotId, hours, companions }) => [
      act,
      participantId,
      slotId,
      ...(hours === undefined ? [] : [`${hours.from}`, `${hours.to}`]),
      ...(companions === undefined ? [] : [`x${companions}`]),
    ]),
  );
}

/** The span that an address or a form names; a week before a month. */
export function spanOf(asked: {
  mois?: Temporal.PlainYearMonth | undefined;
  semaine?: Temporal.PlainDate | undefined;
}): PlanningSpan | undefined {
  if (asked.semaine !== undefined) return { kind: "week", monday: asked.semaine };
  return asked.mois === undefined ? undefined : { kind: "month", month: asked.mois };
}

/** What the lists of a page say, by the number of their line. */
export interface Chosen {
  readonly from: ReadonlyMap<number, number>;
  readonly to: ReadonlyMap<number, number>;
  /** How many come along. */
  readonly companions: ReadonlyMap<number, number>;
}

function byLine(times: readonly (readonly number[])[]): ReadonlyMap<number, number> {
  return new Map(
    times.flatMap(([line, minute]) => (line === undefined || minute === undefined ? [] : [[line, minute]])),
  );
}

/** The lines of a cell: one for each slot of a package. Hours are asked only where a place is taken or changed. */
function linesOf(cell: ListedCell, chosen: Chosen): readonly Line[] {
  const { participantId, slotIds, act, hours } = cell;
  const taking = act === "book" || act === "wait" || act === "change";
  const wanted = taking ? hoursOf(hours, chosen) : undefined;
  const companions = taking ? companionsOf(cell, chosen) : undefined;
  return slotIds.map((slotId) => ({
    act,
    participantId,
    slotId,
    ...(wanted === undefined ? {} : { hours: wanted }),
    ...(companions === undefined ? {} : { companions }),
  }));
}

function companionsOf({ hours, companions }: ListedCell, chosen: Chosen): number | undefined {
  return hours !== undefined && "line" in hours ? chosen.companions.get(hours.line) : companions;
}

function hoursOf(hours: ListedCell["hours"], chosen: Chosen): Hours | undefined {
  if (hours === undefined || !("line" in hours)) return hours;
  const from = chosen.from.get(hours.line) ?? hours.proposed?.from;
  const to = chosen.to.get(hours.line) ?? hours.proposed?.to;
  return from === undefined || to === undefined ? undefined : { from, to };
}
