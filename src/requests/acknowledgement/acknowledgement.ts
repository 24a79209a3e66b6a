import { formatDayAndYear, formatPhone, formatTime, parisDate } from "#kernel";

import type { StoredRequest, Submission } from "../request-queries.ts";
import { expectedSentence, numberWords, silenceSentence } from "../words.fr.ts";
import { texts } from "./texts.fr.ts";

/** What the law wants a family to be told at once (CRPA, art. L112-11 and R112-5), line by line. */
export interface Acknowledgement {
  readonly title: string;
  readonly received: string;
  readonly department: readonly string[];
  readonly silence: string;
  readonly expected: string;
  /** How an implicit refusal is contested; empty where silence accepts. */
  readonly appeal: string;
}

/**
 * The acknowledgement of a submission: the same words on the page, in the mail and in the PDF.
 * @param by who asks
 */
export function acknowledgementOf(
  { number, kindLabel, by }: Pick<StoredRequest, "number" | "kindLabel" | "by">,
  submission: Submission,
): Acknowledgement {
  const { at, department, departmentAddress, departmentEmail, departmentPhone, silence } = submission;
  const { hour, minute } = at.toZonedDateTimeISO("Europe/Paris");
  const when = `${formatDayAndYear(parisDate(at))} à ${formatTime(new Temporal.PlainTime(hour, minute))}`;
  return {
    title: `${numberWords(number)} : ${kindLabel}`,
    received: texts.received(by, when),
    department: [department, departmentAddress, departmentEmail, formatPhone(departmentPhone)],
    silence: silenceSentence(silence, submission.silenceOn),
    expected: expectedSentence(submission.expectedOn),
    appeal: silence === "refused" ? submission.appeal : "",
  };
}
