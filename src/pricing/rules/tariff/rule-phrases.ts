import { penaltyChange, saysAlready } from "./explain.ts";
import type { AbsenceRule, PenaltyRule } from "./grammar.ts";
import { texts } from "./rule-texts.fr.ts";
import { tariffLine } from "./tariff-tree.ts";
import { whenPhrase } from "./when-phrase.ts";
import { EVENTS, REASONS } from "./words.fr.ts";

/** « Repas sans réservation (venue sans réservation) : 50 % de plus, à partir de la 2ᵉ fois »: as an agent reads it. */
export function penaltyPhrase({ on, name, when = {}, ...rule }: PenaltyRule): string {
  const event = EVENTS[on].toLocaleLowerCase("fr-FR");
  const what = name === undefined ? event : saysAlready(name, event) ? name : `${name} (${event})`;
  return [
    `${what} : ${penaltyChange(on, rule)}`,
    whenPhrase(when),
    rule.graceMinutes === undefined ? "" : texts.grace(rule.graceMinutes),
    texts.times(rule.fromTime, rule.toTime),
    rule.per === "family" ? texts.family : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** « absence pour maladie : non facturée, avec un justificatif sous 48 heures, sauf le premier jour ». */
export function absencePhrase({ reasons, when = {}, ...rule }: AbsenceRule): string {
  const { billed, proof, toldBy, billedFirstDays, counted } = rule;
  return [
    `${reasons === undefined ? texts.otherAbsence : texts.absence(reasons.map((one) => REASONS[one] ?? `« ${one} »`))} : ${
      typeof billed === "object" ? texts.price(tariffLine(billed.price)) : texts.billed[billed]
    }`,
    whenPhrase(when),
    proof === undefined ? "" : texts.proof(proof),
    toldBy === undefined ? "" : texts.toldBy(toldBy),
    billedFirstDays === undefined ? "" : texts.firstDays(billedFirstDays, counted === "school"),
  ]
    .filter((part) => part !== "")
    .join(", ");
}
