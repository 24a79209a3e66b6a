import { z } from "zod";

import type { PriceForm } from "../rules/tariff/grammar.ts";
import { when } from "./when-schema.ts";
import { bound, decimal, euros, oneOf, PRICE_IN_EUROS } from "./words.ts";

/** What a price is counted from. */
const measure = z.enum([
  "qf",
  "monthlyIncome",
  "annualIncome",
  "cost",
  "minutes",
  "days",
  "rank",
  "enrolledChildren",
  "householdChildren",
  "age",
]);

const price: z.ZodType<PriceForm, PriceForm> = z.lazy(() => priceForm);

const bracket = z
  .strictObject({
    from: bound.exactOptional().describe("La tranche commence à cette valeur, comprise."),
    above: bound.exactOptional().describe("La tranche commence au-dessus de cette valeur, non comprise."),
    to: bound.exactOptional().describe("La tranche va jusqu’à cette valeur, comprise."),
    below: bound.exactOptional().describe("La tranche reste en dessous de cette valeur, non comprise."),
    price,
  })
  .refine(({ from, above }) => from === undefined || above === undefined, {
    error:
      "Une tranche commence par « from » (compris) ou par « above » (non compris) : gardez l’un des deux.",
  })
  .refine(({ to, below }) => to === undefined || below === undefined, {
    error: "Une tranche finit par « to » (compris) ou par « below » (non compris) : gardez l’un des deux.",
  });

const brackets = z.strictObject({
  kind: z.literal("brackets"),
  of: measure.exactOptional().describe("Ce que les tranches découpent ; sans cette clé, le quotient."),
  brackets: z.array(bracket).min(1).describe("Les tranches, chacune avec son prix."),
  lower: z
    .strictObject({ by: z.int().min(1).max(20).exactOptional(), when })
    .exactOptional()
    .describe("Pour qui le prix est celui d’une tranche plus basse."),
});

const limits = {
  floor: euros.exactOptional().describe("Le prix plancher."),
  ceiling: euros.exactOptional().describe("Le prix plafond."),
};

const share = z
  .strictObject({
    kind: z.literal("share"),
    of: measure.exactOptional().describe("De quoi c’est une part ; sans cette clé, du quotient."),
    percent: decimal.exactOptional().describe('Un pourcentage : "0.55" pour 0,55 %.'),
    factor: decimal.exactOptional().describe('Un coefficient : "0.0027".'),
    least: bound.exactOptional().describe("Une valeur plus basse compte comme celle-ci."),
    most: bound.exactOptional().describe("Une valeur plus haute compte comme celle-ci."),
    ...limits,
  })
  .refine(oneOf("percent", "factor"), { error: "Écrivez « percent » ou « factor », l’un des deux." });

/** What can be counted in parts. */
const countable = z.enum(["minutes", "days", "enrolledChildren", "householdChildren"]);

const per = z.strictObject({
  kind: z.literal("per"),
  of: countable.describe("Ce qui est compté : minutes, days…"),
  every: z.int().min(1).max(1440).exactOptional().describe("Par combien : 30 pour la demi-heure."),
  count: z
    .enum(["started", "complete"])
    .exactOptional()
    .describe("Les parts commencées (started, sans cette clé) ou seulement les entières (complete)."),
  price,
  ...limits,
});

const cases = z.strictObject({
  kind: z.literal("cases"),
  cases: z
    .array(z.strictObject({ when: when.exactOptional(), price }))
    .min(1)
    .describe("Un prix par situation ; un cas sans « when » est pour toutes les autres."),
});

const psu = z.strictObject({
  kind: z.literal("psu"),
  care: z
    .enum(["collective", "family"])
    .exactOptional()
    .describe("Accueil collectif (sans cette clé) ou familial."),
});

/** A price: euros, or one of the forms, which nest. */
export const priceForm: z.ZodType<PriceForm, PriceForm> = z
  .union([euros, z.discriminatedUnion("kind", [brackets, share, per, cases])], {
    error: ({ input }) => (typeof input === "object" ? undefined : PRICE_IN_EUROS),
  })
  .meta({ id: "price", description: "Un prix : des euros, des tranches, une part, un compte ou des cas." });

/** The price of a unit: the same, or the national scale of nurseries, which nests in nothing. */
export const unitPrice: z.ZodType<PriceForm, PriceForm> = z
  .union([euros, z.discriminatedUnion("kind", [brackets, share, per, cases, psu])], {
    error: ({ input }) => (typeof input === "object" ? undefined : PRICE_IN_EUROS),
  })
  .meta({
    id: "unitPrice",
    description: "Le prix d’une prestation : un prix, ou le barème national des multi-accueils (psu).",
  });
