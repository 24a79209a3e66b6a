import { z } from "zod";

const qf = z.number().min(0).max(100_000);

const bracket = z
  .strictObject({
    from: qf.optional().describe("Quotient à partir duquel la tranche commence, compris."),
    above: qf.optional().describe("Quotient au-dessus duquel la tranche commence, lui non compris."),
    to: qf.optional().describe("Quotient jusqu’auquel la tranche va, compris."),
    below: qf.optional().describe("Quotient en dessous duquel la tranche reste, lui non compris."),
    price: z
      .string()
      .regex(/^\d{1,5}\.\d{2}$/, 'Écrivez le prix entre guillemets, en euros et centimes : "7.20".')
      .describe('Le prix en euros, entre guillemets : "7.20".'),
  })
  .refine(({ from, above }) => from === undefined || above === undefined, {
    error:
      "Une tranche commence par « from » (compris) ou par « above » (non compris) : gardez l’un des deux.",
  })
  .refine(({ to, below }) => to === undefined || below === undefined, {
    error: "Une tranche finit par « to » (compris) ou par « below » (non compris) : gardez l’un des deux.",
  });

/** The section « prices » of the file: what a unit costs by bracket of the « quotient familial ». */
export const pricesSection = z.array(
  z.strictObject({
    activities: z.array(z.string()).min(1).describe("Codes des services."),
    units: z.array(z.string()).min(1).optional().describe("Codes des prestations ; sans cette clé, toutes."),
    brackets: z.array(bracket).min(1).describe("Les tranches de quotient familial, chacune avec son prix."),
  }),
);

/** The prices of a file. */
export type PricesSection = z.infer<typeof pricesSection>;
