import { hoursWords } from "#bookings";
import { cents, type Cents } from "#kernel";
import { explainLine } from "#pricing";

import type { InvoiceLine } from "../../account/read-invoice.ts";
import type { KeptFacts } from "../../owed/owed-charges.ts";
import { texts } from "./texts.fr.ts";

/** « Restauration scolaire – Rue – Repas », « Pénalité : … ». */
export function whatWords({ kind, activity, unit }: Pick<InvoiceLine, "kind" | "activity" | "unit">): string {
  const what = texts.activity(activity, unit);
  const prefix = texts.lineKinds[kind];
  return prefix === "" ? what : what === "" ? prefix : `${prefix} : ${what}`;
}

/** « Reporté de novembre 2026 : … », of a line that waited since an earlier run. */
export function carriedWords({ carriedFrom }: InvoiceLine): readonly string[] {
  return carriedFrom === null ? [] : [texts.carried(carriedFrom)];
}

/**
 * « Pourquoi ce prix ? » of a line, sentence by sentence: what made it, what it corrects, and what was noted of the day.
 * @param issuedOn where a day that nobody had noted by then is told as such
 */
export function whyWords(line: InvoiceLine, issuedOn: Temporal.PlainDate | null = null): readonly string[] {
  const { cents: amount, owed, facts, corrects, kind } = line;
  if (facts === null) return [texts.noFacts];
  const before = owed - amount;
  const correction = corrects === null ? [] : [texts.correction(cents(before), owed)];
  if ("gone" in facts) return [...correction, texts.gone];
  const what = kind === "contract" || kind === "fee" ? "unit" : kind;
  return [
    ...correction,
    ...explainLine({ what, name: null, cents: owed, facts: facts.why }),
    ...announcedWords(facts, owed),
    ...attendedWords(line, facts, issuedOn),
  ];
}

/** When the absence was announced, and what becomes of the place: after the deadline, its rules decide. */
export function announcedWords({ toldAt, attended }: KeptFacts, owed: Cents): readonly string[] {
  if (toldAt === undefined) return [];
  if (owed === 0) return [texts.announced.said(toldAt)];
  return [attended === null ? texts.announced.unpointed(toldAt) : texts.announced.due(toldAt)];
}

/** Whether a line is of somebody who came without a place. */
export function isUnbooked({ sourceKey }: Pick<InvoiceLine, "sourceKey">): boolean {
  return sourceKey.startsWith("presence:");
}

/** What was noted of the day. A booked slot alone may be billed before somebody notes who came. */
export function attendedWords(
  { day, kind, sourceKey }: InvoiceLine,
  { attended, toldAt, stay }: Pick<KeptFacts, "attended" | "toldAt" | "stay">,
  issuedOn: Temporal.PlainDate | null,
): readonly string[] {
  if (attended === true && isUnbooked({ sourceKey }))
    return [texts.attended.unbooked, ...(stay === undefined ? [] : [texts.attended.stay(hoursWords(stay))])];
  if (attended === true)
    return [stay === undefined ? texts.attended.yes : texts.attended.stay(hoursWords(stay))];
  if (attended === false) return [texts.attended.no];
  if (toldAt !== undefined || issuedOn === null || kind !== "unit" || !sourceKey.startsWith("booking:"))
    return [];
  const isToCome = Temporal.PlainDate.compare(day, issuedOn) > 0;
  return [isToCome ? texts.attended.toCome : texts.attended.unpointed];
}
