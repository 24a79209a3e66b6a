import { formatDayAndYear, formatPhone, formatTime, parisDate } from "#kernel";

import type { MessageBlock } from "../content.ts";
import { expectedSentence, silenceSentence, texts } from "./texts.fr.ts";

/** What is acknowledged, as it was said when it came: later settings change nothing of it. */
export interface Received {
  /** « Demande n° 128 : Changer d’adresse ». */
  readonly title: string;
  /** Who sent it, when. */
  readonly by: string;
  readonly at: Temporal.Instant;
  /** When what was missing came last; null where nothing was. */
  readonly completedAt: Temporal.Instant | null;
  readonly department: string;
  readonly departmentAddress: string;
  readonly departmentEmail: string;
  readonly departmentPhone: string;
  readonly silence: "accepted" | "refused";
  readonly silenceOn: Temporal.PlainDate;
  readonly expectedOn: Temporal.PlainDate;
  readonly appeal: string;
}

/** What the law wants a person to be told at once (CRPA, art. L112-11 and R112-5), line by line. */
export interface Acknowledgement {
  readonly title: string;
  readonly received: string;
  /** « Votre complément a été reçu le … »; empty where there is none. */
  readonly completed: string;
  readonly department: readonly string[];
  readonly silence: string;
  readonly expected: string;
  /** How an implicit refusal is contested; empty where silence accepts. */
  readonly appeal: string;
}

/** The acknowledgement of what was received: the same words on the page, in the mail and in the PDF. */
export function acknowledgementOf(received: Received): Acknowledgement {
  const {
    title,
    by,
    at,
    completedAt,
    department,
    departmentAddress,
    departmentEmail,
    departmentPhone,
    silence,
  } = received;
  return {
    title,
    received: texts.received(by, momentWords(at)),
    completed: completedAt === null ? "" : texts.completed(momentWords(completedAt)),
    department: [department, departmentAddress, departmentEmail, formatPhone(departmentPhone)],
    silence: silenceSentence(silence, received.silenceOn),
    expected: expectedSentence(received.expectedOn),
    appeal: silence === "refused" ? received.appeal : "",
  };
}

function momentWords(at: Temporal.Instant): string {
  const { hour, minute } = at.toZonedDateTimeISO("Europe/Paris");
  return `${formatDayAndYear(parisDate(at))} à ${formatTime(new Temporal.PlainTime(hour, minute))}`;
}

/** The acknowledgement as the blocks of a mail. */
export function acknowledgementBlocks(received: Received): readonly MessageBlock[] {
  const { received: said, completed, department, silence, expected, appeal } = acknowledgementOf(received);
  const paragraph = (text: string): MessageBlock => ({ kind: "paragraph", text });
  return [
    paragraph(said),
    ...(completed === "" ? [] : [paragraph(completed)]),
    { kind: "list", title: texts.department, items: department },
    paragraph(silence),
    ...(appeal === "" ? [] : [paragraph(`${texts.appeal} : ${appeal}`)]),
    paragraph(expected),
    paragraph(texts.law),
  ];
}
