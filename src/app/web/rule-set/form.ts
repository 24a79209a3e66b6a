import { formText, isoDate } from "#platform";
import { z } from "zod";

import { texts } from "./texts.fr.ts";

/** The longest file that can be pasted: a few hundred activities. */
export const LONGEST_FILE = 300_000;

/** A pasted rule set and the day from which it holds. */
export const ruleSetForm = z.object({
  texte: formText(LONGEST_FILE).refine((text) => text !== "", texts.toCorrect.empty),
  du: z.string(texts.toCorrect.noDay).min(1, texts.toCorrect.noDay).pipe(isoDate),
});

/** What was typed, whatever it is, to be shown again. */
export const typedRuleSet = z
  .object({ texte: z.string().catch(""), du: z.string().catch("") })
  .catch({ texte: "", du: "" });

/** The form as it was typed. */
export type TypedRuleSet = z.output<typeof typedRuleSet>;
