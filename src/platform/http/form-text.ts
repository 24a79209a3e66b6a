import { z } from "zod";

/** Control characters, which no field of ours has a use for and PostgreSQL partly refuses (U+0000). */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Text as a form sends it: trimmed, at most `longest` characters, well-formed Unicode without control
 * characters. An empty text passes; a field that must be filled adds its own message.
 */
export function formText(longest: number) {
  return z
    .string("Écrivez du texte ici.")
    .max(longest, `Écrivez ${longest} caractères au plus.`)
    .refine(
      (text) => text.isWellFormed() && !CONTROL.test(text),
      "Ce texte contient des caractères illisibles.",
    )
    .transform((text) => text.trim().normalize("NFC"));
}

/** A field that a browser may send once, several times or not at all, as a list of at most `most` texts. */
export function formList<T extends z.ZodType>(item: T, most: number) {
  return z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(most, `Envoyez ${most} lignes au plus à la fois.`),
  );
}

/** A day written « 2026-11-12 », as in addresses and date fields. */
export const isoDate = z.string().transform((text, context) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return refuseDate(context);
  try {
    return knownToPostgres(Temporal.PlainDate.from(text));
  } catch {
    return refuseDate(context);
  }
});

/** A month written « 2026-11 ». */
export const isoMonth = z.string().transform((text, context) => {
  if (!/^\d{4}-\d{2}$/.test(text)) return refuseDate(context);
  try {
    return knownToPostgres(Temporal.PlainYearMonth.from(text));
  } catch {
    return refuseDate(context);
  }
});

/** A week, written by its number « 2026-W46 » or by one of its days « 2026-11-12 »: its Monday. */
export const isoWeek = z.string().transform((text, context) => {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(text) ?? [];
  try {
    // 4 January is in the first week of its year.
    const day =
      year === undefined || number === undefined
        ? Temporal.PlainDate.from(z.iso.date().parse(text))
        : Temporal.PlainDate.from(`${year}-01-04`).add({ weeks: Number(number) - 1 });
    const known = knownToPostgres(day);
    if (number !== undefined && known.weekOfYear !== Number(number)) return refuseDate(context);
    return known.subtract({ days: known.dayOfWeek - 1 });
  } catch {
    return refuseDate(context);
  }
});

/** PostgreSQL has no year 0, and a day counted on from 9999 has a year that it cannot read. */
function knownToPostgres<T extends { year: number }>(date: T): T {
  if (date.year < 1 || date.year > 9000) throw new RangeError("No such year");
  return date;
}

function refuseDate(context: z.core.$RefinementCtx<string>): never {
  context.addIssue({ code: "custom", message: "Écrivez une date, par exemple 12/11/2026." });
  return z.NEVER;
}
