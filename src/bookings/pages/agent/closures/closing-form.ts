import { z } from "zod";

import type { NewClosure } from "#activities";
import { parseId, type Id } from "#kernel";
import { formText, isoDate, type Correction } from "#platform";

import type { ClosingRefusal } from "../../../closing/close-days.ts";
import { texts } from "./texts.fr.ts";

/** The longest message: it stands in a day of the planning. */
export const LONGEST_MESSAGE = 200;

/** How the form says « Tous les lieux ». */
export const EVERYWHERE = "tous";

const site = z.string(texts.toCorrect.noSite).transform((text, context): Id<"site"> | null => {
  if (text === EVERYWHERE) return null;
  const id = parseId<"site">(text);
  if (id !== undefined) return id;
  context.addIssue({ code: "custom", message: texts.toCorrect.noSite });
  return z.NEVER;
});

const noDay = z.literal("").transform(() => null);

/** The form as it was sent: where, from when to when, and what families read. One day is enough. */
export const closingForm = z
  .object({
    lieu: site,
    du: z.string(texts.toCorrect.noDay).min(1, texts.toCorrect.noDay).pipe(isoDate),
    au: z.union([noDay, isoDate]).default(null),
    message: formText(LONGEST_MESSAGE).refine((text) => text !== "", texts.toCorrect.noMessage),
  })
  .transform(({ lieu, du, au, message }): NewClosure => ({
    siteId: lieu,
    firstDay: du,
    lastDay: au ?? du,
    message,
  }));

/** What was typed, whatever it is, to be shown again. */
export const typedClosing = z
  .object({
    lieu: z.string().catch(""),
    du: z.string().catch(""),
    au: z.string().catch(""),
    message: z.string().catch(""),
  })
  .catch({ lieu: "", du: "", au: "", message: "" });

/** The form as it was typed. */
export type TypedClosing = z.output<typeof typedClosing>;

/** What the form would have to say to mean this closure. */
export function typedFrom({ siteId, firstDay, lastDay, message }: NewClosure): TypedClosing {
  return {
    lieu: siteId ?? EVERYWHERE,
    du: firstDay.toString(),
    au: lastDay.equals(firstDay) ? "" : lastDay.toString(),
    message,
  };
}

/** What to write instead, beside its field; a site that is not the person's has no words: it does not exist. */
export function correctionOf(refusal: Exclude<ClosingRefusal, { code: "unknown-site" }>): Correction {
  switch (refusal.code) {
    case "past":
      return { field: "du", message: texts.toCorrect.past(refusal.today) };
    case "backwards":
      return { field: "au", message: texts.toCorrect.backwards };
    case "too-long":
      return { field: "au", message: texts.toCorrect.tooLong(refusal.most) };
    case "already-closed":
      return { field: "du", message: texts.toCorrect.alreadyClosed(refusal.by, refusal.message) };
  }
}
