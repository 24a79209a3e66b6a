import { readEmail, readPhone, readPostcode } from "#families";
import { parseEuros } from "#kernel";
import { formReader, type FieldMessage, type FormReader, type Values } from "#platform";

import { answersOf, type Answers, type FormField, type Offers } from "../rules/form.ts";
import { texts } from "./texts.fr.ts";

const LONGEST_LINE = 120;
/** The longest answer that is kept. */
export const LONGEST_TEXT = 4000;
const MOST_COUNTED = 99;

/** Who and what may be answered: the children within reach, and what is offered by question. */
export interface Answerable {
  readonly childIds: readonly string[];
  readonly offers: Offers;
}

/**
 * Reads what was typed on a page of a form: the answers that can be kept, and what to write instead of the others. A
 * field that the page does not have is not read.
 */
export function readAnswers(
  fields: readonly FormField[],
  values: Values,
  known: Answerable,
): { answers: Answers; corrections: readonly FieldMessage[] } {
  const read = formReader(values);
  const answers: Record<string, string> = {};
  for (const field of fields) {
    if (field.type === "document") continue;
    const before = read.corrections.length;
    const answer = readAnswer(field, read, known);
    if (read.corrections.length > before) continue;
    if (answer === "" && field.optional !== true) read.correct(field.name, texts.missing[field.type]);
    answers[field.name] = answer;
  }
  return { answers, corrections: read.corrections };
}

/** « 699.99 » for « 699,99 »; undefined for what is no amount. */
function amountOf(text: string): string | undefined {
  const hundredths = parseEuros(text);
  return hundredths === undefined ? undefined : (hundredths / 100).toFixed(2);
}

function readAnswer(field: FormField, read: FormReader, { childIds, offers }: Answerable): string {
  const { name } = field;
  const as = (reader: (text: string) => string | undefined, message: string): string => {
    const answer = reader(read.text(name, LONGEST_LINE));
    if (answer === undefined) read.correct(name, message);
    return answer ?? "";
  };
  const oneOf = (choices: readonly string[]): string => {
    const chosen = read.text(name, LONGEST_LINE);
    if (chosen !== "" && !choices.includes(chosen)) read.correct(name, texts.missing[field.type]);
    return chosen;
  };
  switch (field.type) {
    case "text":
      return read.text(name, LONGEST_LINE);
    case "long-text":
      return read.text(name, LONGEST_TEXT);
    case "email":
      return as(readEmail, texts.missing.email);
    case "phone":
      return as(readPhone, texts.missing.phone);
    case "postcode":
      return as((text) => readPostcode(text, ""), texts.missing.postcode);
    case "date":
      return read.text(name, 10) === "" ? "" : read.date(name);
    case "amount":
      return as((text) => (text === "" ? "" : amountOf(text)), texts.missing.amount);
    case "count":
      return read.count(name, { least: 0, most: MOST_COUNTED })?.toString() ?? "";
    case "child":
      return oneOf(childIds);
    case "offered":
      return oneOf((offers[name] ?? []).map(({ id }) => id));
    case "yes-no":
    case "choice":
      return oneOf(answersOf(field).map(({ value }) => value));
    case "document":
      return "";
  }
}
