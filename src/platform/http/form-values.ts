import { z } from "zod";

/** A form or the query of an address as it was sent: each field with its texts, in order. */
export type Values = ReadonlyMap<string, readonly string[]>;

/** The most fields that a form of ours sends: a season of forty units. */
const MOST_FIELDS = 2_000;

/** The token of the page that the form came from: no value of the form, and never to stand in an address. */
const TOKEN = "formulaire";

/** Reads what a browser sends; what is not text is left out, each field then says what it lacks. */
export const formValues = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform(
    (sent): Values =>
      new Map(
        Object.entries(sent)
          .filter(([name]) => name !== TOKEN)
          .slice(0, MOST_FIELDS)
          .map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).filter(isText)]),
      ),
  );

const isText = (value: unknown): value is string => typeof value === "string";

/** The first text of a field; empty where it was not sent. */
export const firstValue = (values: Values, field: string): string => values.get(field)?.[0] ?? "";

/** Values of a form that is shown for the first time. */
export const valuesOf = (fields: Readonly<Record<string, string | readonly string[]>>): Values =>
  new Map(Object.entries(fields).map(([name, value]) => [name, typeof value === "string" ? [value] : value]));
