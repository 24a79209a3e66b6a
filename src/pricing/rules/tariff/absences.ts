import type { Absence, ChargeFacts } from "./charge-facts.ts";
import type { AbsenceRule, PriceForm } from "./grammar.ts";
import { type AbsenceBecause, type Hole, hole } from "./price.ts";
import { holds, whenFacts } from "./when.ts";

/** The reason that no rule can bill: what the authority did itself. */
export const AUTHORITY = "authority";

/** What an absence costs, and which part of the rules says so. */
export interface AbsenceVerdict {
  readonly kind: "verdict";
  readonly billed: "full" | "none" | { readonly price: PriceForm };
  readonly because: AbsenceBecause;
}

/**
 * @rule Prix : les absences
 *
 * Une séance réservée où personne n'est venu suit la règle de son motif : facturée, gratuite avec un justificatif
 * remis à temps, ou gratuite après un ou deux jours facturés, comptés sur le calendrier ou en jours d'école. Sinon
 * elle suit la règle générale. Une absence du fait de la collectivité (grève, enseignant absent, fermeture) n'est
 * jamais facturée. Une absence qu'aucune règle ne prévoit n'a pas de prix.
 *
 * Exemple, « malade : le premier jour facturé, gratuit ensuite, avec un justificatif sous 48 heures » : malade du jeudi
 * 7 au vendredi 8 janvier 2027, justificatif le vendredi à 9 h : le repas du jeudi est facturé, celui du vendredi ne
 * l'est pas. Sans justificatif, les deux le sont.
 */
export function absenceVerdict(
  rules: readonly AbsenceRule[],
  absence: Absence,
  facts: ChargeFacts,
): AbsenceVerdict | Hole {
  if (absence.reason === AUTHORITY) return verdict("none", "authority");
  let refused: AbsenceBecause = "otherwise";
  for (const rule of rules) {
    if (rule.reasons?.includes(absence.reason) !== true) continue;
    const applies = holds(rule.when ?? {}, whenFacts(facts));
    if (typeof applies === "object") return hole({ code: "missingFact", fact: applies.missing });
    if (!applies) continue;
    const why = refusedBy(rule, absence);
    if (why !== null) {
      refused = why;
      continue;
    }
    const day = dayOf(rule, absence, facts.date);
    if (typeof day === "object") return hole({ code: "missingFact", fact: day.missing });
    return day <= (rule.billedFirstDays ?? 0) ? verdict("full", "firstDays") : verdict(rule.billed, "rule");
  }
  for (const rule of rules) {
    if (rule.reasons !== undefined) continue;
    const applies = holds(rule.when ?? {}, whenFacts(facts));
    if (typeof applies === "object") return hole({ code: "missingFact", fact: applies.missing });
    if (applies) return verdict(rule.billed, refused);
  }
  return hole({ code: "noAbsenceRule", reason: absence.reason });
}

function verdict(billed: AbsenceVerdict["billed"], because: AbsenceBecause): AbsenceVerdict {
  return { kind: "verdict", billed, because };
}

/** Why the rule cannot be had: no proof, one that came late, an absence told too late. */
function refusedBy(
  { proof, toldBy }: AbsenceRule,
  { since, proofAt, toldAt }: Absence,
): AbsenceBecause | null {
  if (proof !== undefined) {
    if (proofAt === undefined) return "noProof";
    const end = proofEnd(proof, since);
    if (end !== null && Temporal.PlainDateTime.compare(proofAt, end) > 0) return "lateProof";
  }
  if (toldBy === undefined) return null;
  const end = since.toPlainDate().toPlainDateTime(toldBy);
  return toldAt === undefined || Temporal.PlainDateTime.compare(toldAt, end) > 0 ? "toldLate" : null;
}

/** Until when a proof is taken: the nearer of the ends that a rule gives; null where it gives none. */
function proofEnd(
  { withinHours, withinDays }: NonNullable<AbsenceRule["proof"]>,
  since: Temporal.PlainDateTime,
): Temporal.PlainDateTime | null {
  const ends = [
    ...(withinHours === undefined ? [] : [since.add({ hours: withinHours })]),
    ...(withinDays === undefined
      ? []
      : [since.toPlainDate().add({ days: withinDays }).toPlainDateTime("23:59:59")]),
  ];
  return ends.toSorted((a, b) => Temporal.PlainDateTime.compare(a, b))[0] ?? null;
}

/** Until when the first rule of this reason that asks a proof takes it; null where none does, or it sets no limit. */
export function proofUntil(
  rules: readonly AbsenceRule[],
  { reason, since }: Pick<Absence, "reason" | "since">,
): Temporal.PlainDateTime | null {
  const asking = rules.find(
    ({ reasons, proof }) => proof !== undefined && reasons?.includes(reason) === true,
  );
  return asking?.proof === undefined ? null : proofEnd(asking.proof, since);
}

/** Which day of the absence this is, as the rule counts; 1 is the first. */
function dayOf(
  { billedFirstDays, counted = "calendar" }: AbsenceRule,
  { since, schoolDay }: Absence,
  date: Temporal.PlainDate,
): number | { missing: string } {
  if (billedFirstDays === undefined) return 1;
  if (counted === "school") return schoolDay ?? { missing: "schoolDay" };
  return since.toPlainDate().until(date, { largestUnit: "days" }).days + 1;
}
