import { cents, type Cents } from "#kernel";

import { absenceVerdict } from "../tariff/absences.ts";
import type { Absence } from "../tariff/charge-facts.ts";
import type { AbsenceRule } from "../tariff/grammar.ts";
import { type Hole, hole, type Price, type PriceFact } from "../tariff/price.ts";
import { contractMonths, priceOfMinutes } from "./contract-months.ts";
import { type Deduction, deductions, type PsuAbsence } from "./deductions.ts";
import { complementaryMinutes, countedMinutes, type DayHours, type SliceRule } from "./hours.ts";
import { monthHours } from "./month-hours.ts";
import type { RateSegment } from "./rate-segments.ts";

/** A day of a contract's month, or one on which the child came without being planned. */
export interface CareDay {
  readonly day: Temporal.PlainDate;
  /** What the contract plans; null: nothing that day. */
  readonly planned: DayHours | null;
  /** When the child came and left; null: not known, or did not come. */
  readonly real: DayHours | null;
  /** The day did not happen, or nobody came; null: the child came, or nobody said. */
  readonly absence: Absence | "closed" | null;
}

/** What a month of a contract is billed from. */
export interface CareMonth {
  /** The months of the contract, in order, « 2026-11 », each with its first day of contract. */
  readonly months: readonly { readonly month: string; readonly firstDay: Temporal.PlainDate }[];
  /** Which of them is billed. */
  readonly month: string;
  /** The hours of every day that the contract plans, from its first month to its last. */
  readonly plan: readonly DayHours[];
  readonly days: readonly CareDay[];
  readonly segments: readonly RateSegment[];
  /** The absence rules of the activity: they say how many days of sickness are due. */
  readonly absences: readonly AbsenceRule[];
  readonly slice: SliceRule;
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
 *
 * Exemple, novembre 2026 à 1,86 € de l'heure : 87 heures de contrat (161,82 €), une heure et demie en plus (2,79 €), une
 * journée de 9 heures déduite (16,74 €) : 147,87 €.
 */
export function contractMonthPrice(care: CareMonth): Price | Hole {
  const { month, months, segments, plan, days, slice } = care;
  const plannedMinutes = plan.reduce((sum, hours) => sum + countedMinutes(hours, slice), 0);
  const index = months.findIndex((one) => one.month === month);
  const first = months[index]?.firstDay;
  const rate = first && rateOn(segments, first);
  if (first === undefined || rate === undefined)
    return hole({ code: "noPsuRate", why: "noResources", day: `${month}-01` });
  if (rate.kind === "hole") return hole({ code: "noPsuRate", why: rate.code, day: rate.day });
  const planned = contractMonths(
    { minutesPerWeek: plannedMinutes, weeks: 1 },
    months.map((one) => ({ month: one.month, rate: rate.cents })),
  )[index];
  if (planned === undefined) return hole({ code: "noPsuRate", why: "noResources", day: `${month}-01` });
  const told: PriceFact[] = [{ fact: "psuRate", rate: rate.cents, made: rate.facts }];
  let [deducted, more, carriedOut] = [0, 0, 0];
  for (const day of days) {
    if (day.absence !== null && day.planned !== null) {
      const found = deductionOf(care, day.day, day.absence);
      if ("code" in found) return found;
      if (found.deducted) deducted += countedMinutes(day.planned, slice);
      told.push({ fact: "psuAbsence", ...found, day: found.day.toString() });
      continue;
    }
    if (day.real === null) continue;
    more += complementaryMinutes(day.planned, day.real, slice);
    carriedOut += countedMinutes(day.real, slice);
  }
  const hours = monthHours(planned, {
    complementaryMinutes: more,
    deductedMinutes: deducted,
    carriedOutMinutes: carriedOut,
  });
  if (hours.cents < 0) return hole({ code: "belowZero", euros: (hours.cents / 100).toFixed(2) });
  return priceOfOne(hours.cents, [...told, { fact: "psuMonth", hours }]);
}

/**
 * @rule Multi-accueil : l'accueil occasionnel
 *
 * Sans contrat, le temps se paie par demi-heure commencée, au tarif horaire du foyer ce jour-là, arrondi au centime
 * pour la venue entière.
 *
 * Exemple, le 12 novembre 2026 à 1,86 € de l'heure : deux heures dix font deux heures et demie, 4,65 €.
 */
export function occasionalPrice(
  minutes: number,
  day: Temporal.PlainDate,
  segments: readonly RateSegment[],
): Price | Hole {
  const rate = rateOn(segments, day);
  if (rate === undefined) return hole({ code: "noPsuRate", why: "noResources", day: day.toString() });
  if (rate.kind === "hole") return hole({ code: "noPsuRate", why: rate.code, day: rate.day });
  const counted = Math.ceil(minutes / 30) * 30;
  return priceOfOne(priceOfMinutes(counted, rate.cents), [
    { fact: "psuRate", rate: rate.cents, made: rate.facts },
    { fact: "psuTime", minutes: counted, rate: rate.cents },
  ]);
}

function deductionOf(
  { absences }: CareMonth,
  day: Temporal.PlainDate,
  absence: Absence | "closed",
): Deduction | Hole {
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

function rateOn(segments: readonly RateSegment[], day: Temporal.PlainDate): RateSegment["rate"] | undefined {
  const { compare } = Temporal.PlainDate;
  return segments.find(({ first, last }) => compare(first, day) <= 0 && compare(day, last) <= 0)?.rate;
}

function priceOfOne(total: Cents, facts: readonly PriceFact[]): Price {
  return {
    kind: "price",
    total: cents(total),
    tariff: { name: null, firstDay: null, lastDay: null },
    lines: [{ what: "unit", name: null, cents: total, facts }],
  };
}
