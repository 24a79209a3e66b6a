import { absenceVerdict } from "../tariff/absences.ts";
import type { CareContract, CareDay, PsuFamily } from "../tariff/charge-facts.ts";
import type { AbsenceRule } from "../tariff/grammar.ts";
import { type Hole, hole, type PriceFact, type PriceLine } from "../tariff/price.ts";
import { contractMinutes, priceOfMinutes, regularisation } from "./contract-months.ts";
import { type Deduction, deductions, type PsuAbsence } from "./deductions.ts";
import { psuRateOf } from "./family-rate.ts";
import type { PsuRate } from "./hourly-rate.ts";
import { complementaryMinutes, countedMinutes } from "./hours.ts";
import { monthHours } from "./month-hours.ts";
import type { Care, PsuTables } from "./psu-tables.ts";

/** The month of a contract: its first day in it, the household on that day, what was agreed and what happened. */
export interface CareMonth {
  readonly date: Temporal.PlainDate;
  readonly family: PsuFamily | undefined;
  readonly contract: CareContract;
}

/** By which rules it is billed. */
export interface CareRules {
  readonly care: Care;
  readonly psu: PsuTables | undefined;
  /** The absence rules of the activity: they say how many days of sickness are due. */
  readonly absences: readonly AbsenceRule[];
}

const REASONS: Readonly<Record<string, PsuAbsence>> = {
  authority: "closure",
  hospital: "hospitalisation",
  eviction: "eviction",
  illness: "sickness",
};

/**
 * @rule Multi-accueil : le mois d'un contrat, ce qui est facturé
 *
 * La mensualité, plus les heures complémentaires, moins les heures déduites, au tarif horaire du premier jour de
 * contrat du mois. La carence d'une maladie est celle des règles d'absence du service (« billedFirstDays »), trois jours
 * au plus ; sans règle, le mois n'a pas de prix. Un tarif inconnu (plancher, ressources) non plus : rien n'est deviné.
 * Le dernier mois d'un contrat arrêté ou changé avant son terme a une seconde ligne, la régularisation.
 *
 * Exemple, novembre 2026 à 1,86 € de l'heure : 87 heures de contrat (161,82 €), une heure et demie en plus (2,79 €), une
 * journée de 9 heures déduite (16,74 €) : 147,87 €.
 */
export function contractLines(month: CareMonth, rules: CareRules): readonly PriceLine[] | Hole {
  const rate = psuRateOf(rules.psu, month.family, { day: month.date, care: rules.care });
  if (rate.kind === "hole") return rate;
  const own = monthLine(month, rate, rules);
  if ("kind" in own) return own;
  const { ended } = month.contract;
  if (ended === undefined) return [own];
  const end = regularisationLine(month.contract, ended, rules);
  return "kind" in end ? end : [own, end];
}

function monthLine(
  { contract: { agreedMinutes, agreedMonths, index, slice, days } }: CareMonth,
  rate: PsuRate,
  { absences }: CareRules,
): PriceLine | Hole {
  const minutes = contractMinutes(agreedMinutes, agreedMonths, index);
  const contract = priceOfMinutes(minutes, rate.cents);
  const agreed = {
    agreedMinutes,
    months: agreedMonths,
    index,
    usualMinutes: contractMinutes(agreedMinutes, agreedMonths, 1),
    lastMinutes: contractMinutes(agreedMinutes, agreedMonths, agreedMonths),
    ...{ rate: rate.cents, cents: contract },
  };
  const told: PriceFact[] = [
    { fact: "psuRate", rate: rate.cents, made: rate.facts },
    { fact: "psuAgreed", made: agreed },
  ];
  let [deducted, more, carriedOut, unnotedDays] = [0, 0, 0, 0];
  for (const { day, planned, real, absence } of days) {
    if (absence !== undefined && planned !== undefined) {
      const found = deductionOf(absences, day, absence);
      if ("code" in found) return found;
      if (found.deducted) deducted += countedMinutes(planned, slice);
      told.push({ fact: "psuAbsence", ...found, day: found.day.toString() });
      continue;
    }
    if (real === undefined) {
      unnotedDays++;
      continue;
    }
    const added = complementaryMinutes(planned ?? null, real, slice);
    if (added > 0) {
      const time = { day: day.toString(), planned: planned ?? null, real, minutes: added };
      told.push({ fact: "psuMore", time });
    }
    more += added;
    carriedOut += countedMinutes(real, slice);
  }
  const hours = monthHours(
    { minutes, rate: rate.cents, cents: contract },
    { complementaryMinutes: more, deductedMinutes: deducted, carriedOutMinutes: carriedOut, unnotedDays },
  );
  if (hours.cents < 0) return hole({ code: "belowZero", euros: (hours.cents / 100).toFixed(2) });
  return { what: "unit", name: null, cents: hours.cents, facts: [...told, { fact: "psuMonth", hours }] };
}

/** Each month at its own rate, as its invoice was. */
function regularisationLine(
  { agreedMinutes, agreedMonths }: CareContract,
  { lastDay, months }: NonNullable<CareContract["ended"]>,
  { psu, care }: CareRules,
): PriceLine | Hole {
  const compared: Parameters<typeof regularisation>[0][number][] = [];
  for (const [position, { firstDay, plannedMinutes, psu: family }] of months.entries()) {
    const rate = psuRateOf(psu, family, { day: firstDay, care });
    if (rate.kind === "hole") return rate;
    const billedMinutes = contractMinutes(agreedMinutes, agreedMonths, position + 1);
    compared.push({ plannedMinutes, billedMinutes, rate: rate.cents });
  }
  const made = regularisation(compared);
  return {
    what: "regularisation",
    name: null,
    cents: made.cents,
    facts: [{ fact: "psuRegularisation", lastDay: lastDay.toString(), made }],
  };
}

function deductionOf(
  absences: readonly AbsenceRule[],
  day: Temporal.PlainDate,
  absence: NonNullable<CareDay["absence"]>,
): Deduction | Hole {
  if (absence === "noPlace") return { day, deducted: false, because: "noPlace" };
  const [one] =
    absence === "closed"
      ? deductions({ reason: "closure", firstDay: day, certificate: false }, [day], 0)
      : deductions(
          {
            reason: REASONS[absence.reason] ?? "other",
            firstDay: absence.since.toPlainDate(),
            certificate: absence.proofAt !== undefined,
          },
          [day],
          0,
        );
  if (one === undefined) throw new Error("One day has one deduction");
  if (one.because !== "afterWaiting" || absence === "closed") return one;
  const verdict = absenceVerdict(absences, absence, { date: day });
  if (verdict.kind === "hole") return verdict;
  const { billed, because } = verdict;
  if (billed === "none") return one;
  return { day, deducted: false, because: because === "firstDays" ? "waiting" : "noProof" };
}
