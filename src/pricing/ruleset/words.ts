import { z } from "zod";

/** What is said of a price that is no amount. */
export const PRICE_IN_EUROS =
  'Écrivez le prix en euros et centimes : 7,20 (dans un fichier, entre guillemets : "7.20").';

/** An amount of euros, as « "7.20" ». */
export const euros = z
  .string()
  .regex(/^\d{1,5}\.\d{2}$/, PRICE_IN_EUROS)
  .describe('Un prix en euros, entre guillemets : "7.20".');

/** The same, more or less: « "-1.00" ». */
export const signedEuros = z
  .string()
  .regex(
    /^-?\d{1,5}\.\d{2}$/,
    'Écrivez la somme en euros et centimes : 2,00, ou -1,00 pour moins (dans un fichier, entre guillemets : "2.00").',
  )
  .describe('Une somme en euros, entre guillemets : "2.00", ou "-1.00" pour moins.');

/** A number of which every digit counts: « "0.0027" ». */
export const decimal = z
  .string()
  .regex(
    /^\d{1,5}(\.\d{1,8})?$/,
    'Écrivez le nombre : 0,55 (dans un fichier, entre guillemets et avec un point : "0.55").',
  )
  .describe('Un nombre entre guillemets : "0.55".');

/** A percentage more or less. */
export const signedDecimal = z
  .string()
  .regex(
    /^-?\d{1,5}(\.\d{1,8})?$/,
    'Écrivez le nombre entre guillemets, avec un point : "50", ou "-10" pour moins.',
  )
  .describe('Un pourcentage entre guillemets : "50", ou "-10" pour moins.');

/** A bound of a measure: decimals as they are written. */
export const bound = z
  .number()
  .min(0)
  .max(1_000_000)
  .refine((value) => /^\d+(\.\d{1,4})?$/.test(String(value)), "Quatre décimales au plus.");

/** A code of the file. */
export const code = z
  .string()
  .regex(/^[a-z0-9-]+$/, "Un code s’écrit en minuscules, chiffres et tirets.")
  .max(60);

/** A day of the file. */
export const day = z.iso.date("Écrivez un jour : 2027-05-26.");

/** A time of the clock. */
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Écrivez une heure entre guillemets : "09:00".')
  .describe('Une heure, entre guillemets : "09:00".');

/** The things that an entry is about, and the days for which it holds. */
export const scope = {
  activities: z.array(z.string()).min(1).describe("Codes des services."),
  units: z
    .array(z.string())
    .min(1)
    .exactOptional()
    .describe("Codes des prestations ; sans cette clé, toutes."),
  firstDay: day.exactOptional().describe("Premier jour où cela vaut ; sans cette clé, depuis toujours."),
  lastDay: day.exactOptional().describe("Dernier jour où cela vaut, compris ; sans cette clé, sans fin."),
};

/** Exactly one of some keys. */
export const oneOf =
  (...keys: readonly string[]) =>
  (value: object) =>
    keys.filter((key) => key in value).length === 1;
