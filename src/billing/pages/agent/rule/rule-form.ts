import { parseEuros, typedEuros, type Cents } from "#kernel";
import { formText, isoDate } from "#platform";
import { z } from "zod";

import type { BillingRule } from "../../../run/rule.ts";
import { texts } from "./texts.fr.ts";

const MOST_CENTS = 100_000;

const series = formText(10)
  .transform((text) => text.toUpperCase())
  .refine((text) => /^[A-Z]{1,4}$/.test(text), texts.series);

const dueDays = formText(10)
  .refine((text) => /^\d{1,3}$/.test(text) && Number(text) <= 365, texts.days)
  .transform(Number);

const carryOver = formText(12).transform((text, context): Cents | null => {
  if (text === "") return null;
  const amount = parseEuros(text);
  if (amount !== undefined && amount > 0 && amount <= MOST_CENTS) return amount;
  context.addIssue({ code: "custom", message: texts.amount });
  return z.NEVER;
});

/** The form of the rule, as it is sent. */
export const ruleForm = z
  .object({
    des: isoDate,
    factures: series,
    avoirs: series,
    delai: dueDays,
    seuil: carryOver,
    papier: z.literal("1").optional(),
  })
  .refine(({ factures, avoirs }) => factures !== avoirs, { path: ["avoirs"], message: texts.same });

/** The rule of a form. */
export function ruleOf({ factures, avoirs, delai, seuil, papier }: z.output<typeof ruleForm>): BillingRule {
  return {
    invoiceSeries: factures,
    creditSeries: avoirs,
    dueDays: delai,
    carryOverBelow: seuil,
    paperByDefault: papier !== undefined,
  };
}

/** What the fields of the form show of a rule. */
export function typedOf(rule: BillingRule) {
  const { carryOverBelow } = rule;
  return {
    factures: rule.invoiceSeries,
    avoirs: rule.creditSeries,
    delai: String(rule.dueDays),
    seuil: carryOverBelow === null ? "" : typedEuros(carryOverBelow),
    papier: rule.paperByDefault ? "1" : "",
  };
}
