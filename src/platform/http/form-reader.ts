import { formText } from "./form-text.ts";
import { firstValue, type Values } from "./form-values.ts";
import type { FieldMessage } from "./route.ts";

/** Reads the fields of a form one by one, keeping what has to be written instead. */
export function formReader(values: Values) {
  const corrections: FieldMessage[] = [];
  const correct = (field: string, message: string) => {
    corrections.push({ field, message });
  };

  function text(field: string, longest: number): string {
    const read = formText(longest).safeParse(firstValue(values, field));
    if (read.success) return read.data;
    correct(field, read.error.issues[0]?.message ?? texts.unreadable);
    return "";
  }

  return {
    corrections,
    correct,
    text,
    /** A text that must not be empty. */
    named(field: string, longest: number, missing: string = texts.missing): string {
      const before = corrections.length;
      const read = text(field, longest);
      if (read === "" && corrections.length === before) correct(field, missing);
      return read;
    },
    /** « 2026-09-01 » */
    date(field: string): string {
      const read = text(field, 10);
      if (isDate(read)) return read;
      if (corrections.at(-1)?.field !== field) correct(field, texts.date);
      return "";
    },
    /** « 16:30 », as a browser sends an hour; seconds are left out. */
    time(field: string): string {
      const read = /^((?:[01]\d|2[0-3]):[0-5]\d)(?::00)?$/.exec(text(field, 8))?.[1];
      if (read !== undefined) return read;
      if (corrections.at(-1)?.field !== field) correct(field, texts.time);
      return "";
    },
    /** A whole number; undefined where nothing was written. */
    count(field: string, { least, most }: { least: number; most: number }): number | undefined {
      const read = text(field, 10);
      if (read === "") return undefined;
      const count = Number(read);
      if (/^\d+$/.test(read) && count >= least && count <= most) return count;
      correct(field, texts.count(least, most));
      return undefined;
    },
    /** One of the answers of a list. */
    choice<Choice extends string>(field: string, choices: readonly Choice[]): Choice | undefined {
      const chosen = choices.find((choice) => choice === firstValue(values, field));
      if (chosen === undefined) correct(field, texts.choice);
      return chosen;
    },
    /** Those of the answers that are ticked. */
    ticked(field: string, choices: readonly string[]): string[] {
      return choices.filter((choice) => values.get(field)?.includes(choice));
    },
  };
}

/** What a form is read with. */
export type FormReader = ReturnType<typeof formReader>;

function isDate(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  return Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" }).toString() === text;
}

const texts = {
  unreadable: "Ce texte ne peut pas être lu : écrivez-le de nouveau.",
  missing: "Écrivez quelque chose ici.",
  date: "Écrivez une date, par exemple 01/09/2026.",
  time: "Écrivez une heure, par exemple 16:30.",
  count: (least: number, most: number) => `Écrivez un nombre entre ${least} et ${most}.`,
  choice: "Choisissez une réponse de la liste.",
} as const;
