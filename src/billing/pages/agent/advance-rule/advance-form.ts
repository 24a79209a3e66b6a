import { cents, parseEuros, typedEuros } from "#kernel";
import { formText, isoDate } from "#platform";
import { z } from "zod";

import type { AdvanceRule } from "../../../advances/advance-rule.ts";
import { texts } from "./texts.fr.ts";

/** PayFiP takes no less. */
const LEAST = cents(100);
const MOST = cents(200_000);

const amount = formText(12).transform((text, context) => {
  const typed = parseEuros(text);
  if (typed !== undefined && typed <= MOST) return typed;
  context.addIssue({ code: "custom", message: texts.amount(MOST) });
  return z.NEVER;
});

/** The form of the rule, as it is sent. */
export const advanceForm = z
  .object({
    des: isoDate,
    ouvert: z.literal("1").optional(),
    mini: amount.refine((typed) => typed >= LEAST, texts.atLeast),
    maxi: amount,
    seuil: amount,
    "seuil-bas": amount,
    "seuil-haut": amount,
  })
  .refine(({ mini, maxi }) => mini <= maxi, { path: ["maxi"], message: texts.order })
  .refine((form) => form["seuil-bas"] <= form["seuil-haut"], { path: ["seuil-haut"], message: texts.order })
  .refine((form) => form.seuil >= form["seuil-bas"] && form.seuil <= form["seuil-haut"], {
    path: ["seuil"],
    message: texts.between,
  });

/** The rule of a form. */
export function advanceRuleOf(form: z.output<typeof advanceForm>): AdvanceRule {
  return {
    opened: form.ouvert !== undefined,
    least: form.mini,
    most: form.maxi,
    alertLeast: form["seuil-bas"],
    alert: form.seuil,
    alertMost: form["seuil-haut"],
  };
}

/** What the fields of the form show of a rule. */
export function typedAdvance(rule: AdvanceRule) {
  return {
    ouvert: rule.opened ? "1" : "",
    mini: typedEuros(rule.least),
    maxi: typedEuros(rule.most),
    seuil: typedEuros(rule.alert),
    "seuil-bas": typedEuros(rule.alertLeast),
    "seuil-haut": typedEuros(rule.alertMost),
  };
}

/** What the form shows where the authority never wrote a rule. */
export const FIRST_RULE: AdvanceRule = {
  opened: false,
  least: cents(1000),
  most: cents(20_000),
  alertLeast: cents(0),
  alert: cents(1000),
  alertMost: cents(5000),
};
