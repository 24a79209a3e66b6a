import { z } from "zod";

import { offerSections } from "#activities";
import { bookingSections } from "#bookings";
import { priceSections } from "#pricing";
import { watchSections } from "#watchdog";

/** The whole file: what it is about, then a section for each thing that a capability owns. */
export const ruleSetSchema = z
  .strictObject({
    authority: z.string().optional().describe("Nom de la collectivité, pour le lecteur."),
    source: z
      .enum(["complete", "incomplete"])
      .optional()
      .describe("Si le règlement d’origine dit tout (complete) ou non (incomplete)."),
    invented: z
      .array(z.string())
      .optional()
      .describe("Ce qui a été inventé parce que la source ne le dit pas."),
    ...offerSections,
    ...bookingSections,
    ...priceSections,
    ...watchSections,
  })
  .meta({ title: "Règlement", description: "Le règlement d’une collectivité, décrit dans docs/ruleset.md." });

/** A rule set that was read and understood. */
export type RuleSet = z.output<typeof ruleSetSchema>;
/** The same as the file writes it. */
export type WrittenRuleSet = z.input<typeof ruleSetSchema>;
