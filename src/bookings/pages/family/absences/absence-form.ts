import { parseId, type Id } from "#kernel";
import { formId, formList } from "#platform";
import { z } from "zod";

import type { Absence } from "../../../absences/say-absent.ts";
import type { AnnouncedCause } from "../../../rules/absence.ts";
import { submissionKey } from "../forms/sent-planning.ts";
import { texts } from "./texts.fr.ts";

/** « participant slot », as a box of the page sends it. */
const place = z.string(texts.chooseOne).transform((text, context) => {
  const [participant = "", slot = "", ...rest] = text.split(" ");
  const participantId = parseId<"participant">(participant);
  const slotId = parseId<"slot">(slot);
  if (participantId !== undefined && slotId !== undefined && rest.length === 0) {
    return { participantId, slotId };
  }
  context.addIssue({ code: "custom", message: texts.chooseOne });
  return z.NEVER;
});

/**
 * The page's key, what will not be used, and why; a family and an agent send the same, first to see what it would do,
 * then, confirmed, to do it.
 */
export const absenceForm = z.object({
  cle: formId<"page">(),
  place: formList(place, 200).refine((chosen) => chosen.length > 0, texts.chooseOne),
  raison: z.enum(["maladie", "autre"], texts.chooseCause),
  confirme: z.literal("1").optional(),
});

/** What was sent, as far as it can be shown again. */
const typed = z.object({
  cle: formId<"page">(),
  place: formList(z.string(), 200).catch([]),
  raison: z.enum(["maladie", "autre"]).catch("maladie"),
});

/** Reads a form that has to be corrected; undefined where it is none of ours. */
export function typedAbsence(body: unknown): z.output<typeof typed> | undefined {
  return typed.safeParse(body).data;
}

/** The button of an announcement that is taken back names its place. */
export const takenBackForm = z.object({ retirer: place });

/** What the address says was done: `fait`, and the receipt of what was cancelled. */
export const absenceDone = z.object({
  fait: z.enum(["annonce", "annule", "retrait"]).optional(),
  recu: formId<"submission">().optional(),
});

/** Why, in the word of the rules. */
export const causeOf = (raison: "maladie" | "autre"): AnnouncedCause =>
  raison === "maladie" ? "sick" : "other";

/** The absence that a form says, in the name of this account. */
export function absenceOf(
  { cle, place: places, raison }: z.output<typeof absenceForm>,
  account: Id<"account">,
): Absence {
  return {
    cause: causeOf(raison),
    places,
    keyOf: (lines) => submissionKey(cle, account, lines),
  };
}
