import { z } from "zod";

import type { Id } from "#kernel";
import { formId, formList, formText, isoDate, type Correction } from "#platform";

import type { AgentEnrolmentRefusal } from "../../../enrolments/enrol-for-family.ts";
import { conditionForAgent } from "../../../rules/conditions/condition-for-agent.ts";
import { texts } from "./texts.fr.ts";

/** The longest reason: it stands on the family's receipt. */
export const LONGEST_REASON = 300;

/** The most groups that one form may give. */
const MOST_GROUPS = 30;

/** Whom and where the form is about; both stand in the address of the page, and in the form. */
export const whoAndWhere = z.object({ pour: formId<"participant">(), saison: formId<"season">() });

const dayField = z.string(texts.toCorrect.noDay).min(1, texts.toCorrect.noDay).pipe(isoDate);

/** The form as it was sent. */
export const agentForm = whoAndWhere.and(
  z.object({
    du: dayField,
    au: dayField,
    payeur: z.string(texts.toCorrect.noPayer).min(1, texts.toCorrect.noPayer).pipe(formId<"guardian">()),
    venue: z.enum(["regulier", "occasionnel"], texts.toCorrect.noRhythm),
    groupes: formList(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), MOST_GROUPS),
    motif: formText(LONGEST_REASON).default(""),
  }),
);

const text = z.string().catch("");

/** What was typed, whatever it is, to be shown again. */
export const typedForm = z
  .object({
    du: text,
    au: text,
    payeur: text,
    venue: text,
    motif: text,
    groupes: formList(text, MOST_GROUPS).catch([]),
  })
  .catch({ du: "", au: "", payeur: "", venue: "", motif: "", groupes: [] });

/** The form as it was typed. */
export type TypedForm = z.output<typeof typedForm>;

/** What the form says before anybody has typed. */
export function typedFrom(known: {
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate;
  payerId: Id<"guardian"> | null;
  regular: boolean | null;
  groups: readonly string[];
}): TypedForm {
  return {
    du: known.firstDay.toString(),
    au: known.lastDay.toString(),
    payeur: known.payerId ?? "",
    venue: known.regular === null ? "" : known.regular ? "regulier" : "occasionnel",
    motif: "",
    groupes: [...known.groups],
  };
}

/** What to write instead, beside its field; what is not the agent's has no words: it does not exist. */
export function correctionOf(refusal: Exclude<AgentEnrolmentRefusal, { code: "unknown" }>): Correction {
  switch (refusal.code) {
    case "backwards":
      return { field: "au", message: texts.toCorrect.backwards };
    case "outside-season":
      return { field: "du", message: texts.form.season(refusal.firstDay, refusal.lastDay) };
    case "other-payer":
      return { field: "payeur", message: texts.toCorrect.otherPayer };
    case "booked-days":
      return { field: "au", message: texts.toCorrect.booked(refusal.days) };
    case "needs-reason":
      return {
        field: "motif",
        message: texts.toCorrect.needsReason + refusal.unmet.map(conditionForAgent).join(" "),
      };
  }
}
