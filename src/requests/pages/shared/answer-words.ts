import type { DocumentVersion } from "#documents";
import { formatDayAndYear, formatDecimal, formatPhone } from "#kernel";

import { answersOf, type Answers, type FormField, type Offers } from "../../rules/form.ts";
import { texts } from "./texts.fr.ts";

/** The names behind answers that are ids. */
export interface AnswerNames {
  readonly childNames: ReadonlyMap<string, string>;
  readonly offers: Offers;
  readonly documents: ReadonlyMap<string, DocumentVersion>;
}

/** An answer as a person reads it. */
export function answerWords(field: FormField, answers: Answers, names: AnswerNames): string {
  const answer = answers[field.name] ?? "";
  if (answer === "") return texts.nothing;
  switch (field.type) {
    case "text":
    case "long-text":
    case "email":
    case "postcode":
      return answer;
    case "count":
      return answer;
    case "amount":
      return formatDecimal(answer);
    case "phone":
      return formatPhone(answer);
    case "date":
      return formatDayAndYear(Temporal.PlainDate.from(answer));
    case "yes-no":
    case "choice":
      return answersOf(field).find(({ value }) => value === answer)?.label ?? answer;
    case "child":
      return names.childNames.get(answer) ?? texts.formerChild;
    case "offered":
      return names.offers[field.name]?.find(({ id }) => id === answer)?.name ?? texts.formerOffer;
    case "document":
      return names.documents.get(answer)?.name ?? texts.gone;
  }
}
