import type { Id } from "#kernel";
import { formList, formId, hashedId, isoMonth, isoWeek } from "#platform";
import { z } from "zod";

import type { Line } from "../../../rules/lines.ts";
import { planningChanges } from "../../../rules/planning-changes.ts";
import type { PlanningSpan } from "../../../rules/planning-span.ts";
import { cellList } from "./cell-list.ts";

/** The position of a box in the list of what was shown. */
const position = z
  .string()
  .regex(/^\d{1,4}$/, "Cette case n’existe pas.")
  .transform(Number);

/**
 * What the planning, or the page that confirms, sends: the page's key, and either what was shown with the boxes that
 * are ticked, or the lines themselves.
 */
export const sentPlanning = z
  .object({
    cle: formId<"page">(),
    mois: isoMonth.optional(),
    semaine: isoWeek.optional(),
    affiche: cellList.optional(),
    voulu: formList(position, 2000),
    lignes: cellList.optional(),
  })
  .refine(({ affiche, voulu }) => voulu.every((index) => index < (affiche?.length ?? 0)), {
    path: ["voulu"],
    message: "Cette case n’existe pas.",
  })
  .transform(({ cle, mois, semaine, affiche, voulu, lignes }) => ({
    pageKey: cle,
    span: spanOf({ mois, semaine }),
    lines: lignes === undefined ? changesOf(affiche ?? [], voulu) : lignes.map(lineOf),
  }));

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
    ...lines.flatMap(({ act, participantId, slotId }) => [act, participantId, slotId]),
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

function changesOf(shown: readonly z.infer<typeof cellList>[number][], ticked: readonly number[]) {
  const places = shown.map(({ participantId, slotId, on }) => ({ participantId, slotId, booked: on }));
  return planningChanges(places, new Set(ticked));
}

function lineOf({ participantId, slotId, on }: z.infer<typeof cellList>[number]): Line {
  return { act: on ? "book" : "cancel", participantId, slotId };
}
