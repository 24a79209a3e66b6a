import { z } from "zod";

/** A date `2026-10-17` of that column; refuses in French another writing or a day that no calendar has. */
export function isoDate(column: string) {
  return z.string({ error: `Il manque la colonne ${column}.` }).transform((text, context) => {
    const date = readIsoDate(text);
    if (date) return date;
    const written = text === "" ? "est vide" : `dit « ${text} »`;
    context.addIssue(`La colonne ${column} ${written} : une date s’écrit 2026-10-17.`);
    return z.NEVER;
  });
}

/** A school year « 2026-2027 », two years that follow. */
export const schoolYear = z
  .string({ error: "Il manque l’année scolaire." })
  .refine(
    (text) => /^\d{4}-\d{4}$/.test(text) && Number(text.slice(5)) === Number(text.slice(0, 4)) + 1,
    "L’année scolaire s’écrit 2026-2027.",
  );

/** The date that a text `2026-10-17` says, `undefined` when it says none. */
export function readIsoDate(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
