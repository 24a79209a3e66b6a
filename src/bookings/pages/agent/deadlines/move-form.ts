import { z } from "zod";

import { parisDateTime, parisInstant, parseId } from "#kernel";
import { formText, isoDate, type Correction } from "#platform";

import type { MoveRefusal } from "../../../moving/move-deadline.ts";
import type { NewMove } from "../../../moving/move-queries.ts";
import type { DeadlineAct } from "../../../rules/deadline-sentence.ts";
import { texts } from "./texts.fr.ts";

/** The longest reason: it stands in a day of the planning. */
export const LONGEST_REASON = 200;

/** The choices of the form. The hours of a booking close with its cancelling. */
const ACTS_OF: Readonly<Record<keyof typeof texts.acts, readonly DeadlineAct[]>> = {
  tout: ["book", "cancel", "change"],
  reserver: ["book"],
  annuler: ["cancel", "change"],
};

/** The choice that means these acts. */
export function choiceOf(acts: readonly DeadlineAct[]): keyof typeof texts.acts {
  if (!acts.includes("cancel")) return "reserver";
  return acts.includes("book") ? "tout" : "annuler";
}

/** « ID of the activity » or « ID of the activity ID of the unit ». */
const target = z.string(texts.toCorrect.noTarget).transform((text, context) => {
  const [activity, unit] = text.split(" ", 2);
  const activityId = parseId<"activity">(activity ?? "");
  const unitId = unit === undefined ? null : parseId<"unit">(unit);
  if (activityId !== undefined && unitId !== undefined) return { activityId, unitId };
  context.addIssue({ code: "custom", message: texts.toCorrect.noTarget });
  return z.NEVER;
});

const clockTime = z
  .string(texts.toCorrect.noTime)
  .trim()
  .regex(/^([01]?\d|2[0-3])\s?[:hH]\s?([0-5]\d)?$/, texts.toCorrect.noTime)
  .transform((text) => {
    const [hour = 0, minute = 0] = text.split(/[:hH]/).map(Number);
    return new Temporal.PlainTime(hour, minute);
  });

const noDay = z.literal("").transform(() => null);

/** The form as it was sent. */
export const moveForm = z
  .object({
    pour: target,
    acte: z.enum(["tout", "reserver", "annuler"], texts.toCorrect.noAct),
    du: z.string(texts.toCorrect.noDay).min(1, texts.toCorrect.noDay).pipe(isoDate),
    au: z.union([noDay, isoDate]).default(null),
    jour: z.string(texts.toCorrect.noClosesDay).min(1, texts.toCorrect.noClosesDay).pipe(isoDate),
    heure: clockTime,
    motif: formText(LONGEST_REASON).refine((text) => text !== "", texts.toCorrect.noBecause),
  })
  .transform(({ pour, acte, du, au, jour, heure, motif }): NewMove => ({
    ...pour,
    acts: ACTS_OF[acte],
    firstDay: du,
    lastDay: au ?? du,
    closesAt: parisInstant(jour, heure),
    because: motif,
  }));

const EMPTY = { pour: "", acte: "tout", du: "", au: "", jour: "", heure: "", motif: "" };

/** What was typed, whatever it is, to be shown again. */
export const typedMove = z
  .object({
    pour: z.string().catch(""),
    acte: z.string().catch("tout"),
    du: z.string().catch(""),
    au: z.string().catch(""),
    jour: z.string().catch(""),
    heure: z.string().catch(""),
    motif: z.string().catch(""),
  })
  .catch(EMPTY);

/** The form as it was typed. */
export type TypedMove = z.output<typeof typedMove>;

/** What the form would have to say to mean this move. */
export function typedFrom({
  activityId,
  unitId,
  acts,
  firstDay,
  lastDay,
  closesAt,
  because,
}: NewMove): TypedMove {
  const closes = parisDateTime(closesAt);
  return {
    pour: unitId === null ? activityId : `${activityId} ${unitId}`,
    acte: choiceOf(acts),
    du: firstDay.toString(),
    au: lastDay.equals(firstDay) ? "" : lastDay.toString(),
    jour: closes.toPlainDate().toString(),
    heure: closes.toPlainTime().toString({ smallestUnit: "minute" }),
    motif: because,
  };
}

/** What to write instead, beside its field; an activity that is not the person's has no words: it does not exist. */
export function correctionOf(refusal: Exclude<MoveRefusal, { code: "unknown-activity" }>): Correction {
  switch (refusal.code) {
    case "past":
      return { field: "du", message: texts.toCorrect.past(refusal.today) };
    case "backwards":
      return { field: "au", message: texts.toCorrect.backwards };
    case "too-long":
      return { field: "au", message: texts.toCorrect.tooLong(refusal.most) };
    case "cut-off-past":
      return { field: "jour", message: texts.toCorrect.cutOffPast };
    case "after-the-days":
      return { field: "jour", message: texts.toCorrect.afterTheDays };
    case "no-slot":
      return { field: "du", message: texts.toCorrect.noSlot };
    case "nothing-changes":
      return { field: "jour", message: texts.toCorrect.nothingChanges };
    case "already-moved":
      return { field: "du", message: texts.toCorrect.alreadyMoved };
  }
}
