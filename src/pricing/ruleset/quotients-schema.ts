import { z } from "zod";

/** Section « quotients »: from when a quotient counts, until when, and who looks at what a family declares. */
export const quotients = z.strictObject({
  effect: z
    .enum(["day", "month", "year"])
    .describe("Dès quand un nouveau quotient compte : le jour, le mois suivant, l’année suivante."),
  yearStartMonth: z
    .int()
    .min(1)
    .max(12)
    .describe("Le mois où commence l’année : 1 pour janvier, 9 pour la rentrée."),
  retroactive: z.boolean().describe("true : il compte dès la situation qu’il dit, même passée."),
  firstAtOnce: z
    .boolean()
    .describe("true : un foyer sans quotient valable n’attend pas le mois ou l’année qui suit."),
  expires: z
    .strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })
    .nullable()
    .describe("Le dernier jour de l’année où un quotient compte ; null : sans fin."),
  expiresLeastDays: z
    .int()
    .min(0)
    .max(364)
    .describe("Reçu à moins de tant de jours de cette fin, il vaut jusqu’à celle d’après."),
  warnDays: z.int().min(0).max(180).describe("La famille est prévenue tant de jours avant la fin."),
  verify: z.boolean().describe("true : ce qu’une famille déclare attend l’accord d’un agent."),
});

/** What the section says. */
export type QuotientSection = z.infer<typeof quotients>;
