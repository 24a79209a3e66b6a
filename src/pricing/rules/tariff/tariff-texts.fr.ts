import { countOf } from "#kernel";

import type { Measure } from "./grammar.ts";
import { number } from "./words.fr.ts";

const OF: Readonly<Record<Measure, string>> = {
  qf: "du quotient familial",
  monthlyIncome: "du revenu mensuel",
  annualIncome: "du revenu annuel",
  cost: "du coût réel",
  minutes: "de la durée",
  days: "du nombre de jours",
  rank: "du rang de l’enfant",
  enrolledChildren: "du nombre d’enfants inscrits",
  householdChildren: "du nombre d’enfants du foyer",
  age: "de l’âge",
};

/** What follows a number of each measure; a quotient is a plain number. */
const UNITS: Readonly<Partial<Record<Measure, string>>> = {
  monthlyIncome: "€ par mois",
  annualIncome: "€ par an",
  cost: "€",
  minutes: "minutes",
  days: "jours",
  enrolledChildren: "enfants",
  householdChildren: "enfants",
  age: "ans",
};

/** The words of a tariff, as an agent reads it in the list and as an import says what changes. */
export const texts = {
  free: "gratuit",
  cases: "selon la situation",
  psu: {
    collective:
      "barème national des multi-accueils (PSU) : la mensualité pour un contrat, sinon la demi-heure commencée",
    family:
      "barème national de l’accueil familial (PSU) : la mensualité pour un contrat, sinon la demi-heure commencée",
  },
  otherwise: "dans les autres cas",
  by: {
    qf: "selon le quotient familial",
    monthlyIncome: "selon le revenu mensuel",
    annualIncome: "selon le revenu annuel",
    cost: "selon le coût réel",
    minutes: "selon la durée en minutes",
    days: "selon le nombre de jours",
    rank: "selon le rang de l’enfant",
    enrolledChildren: "selon le nombre d’enfants inscrits",
    householdChildren: "selon le nombre d’enfants du foyer",
    age: "selon l’âge",
  } satisfies Record<Measure, string>,
  lower: (by: number, when: string) =>
    `, ${by === 1 ? "la tranche juste en dessous" : `${by} tranches plus bas`} pour ${when}`,
  percent: (percent: string, of: Measure) => `${number(percent)} % ${OF[of]}`,
  factor: (factor: string, of: Measure) => `${number(factor)} fois la valeur ${OF[of]}`,
  measured: (number: string, of: Measure) =>
    UNITS[of] === undefined ? number : `${number}\u00a0${UNITS[of]}`,
  counted: (least: string | null, most: string | null) =>
    least === null
      ? most === null
        ? ""
        : ` (compté jusqu’à ${most})`
      : most === null
        ? ` (compté à partir de ${least})`
        : ` (compté entre ${least} et ${most})`,
  atLeast: (floor: string) => `, au moins ${floor}`,
  atMost: (ceiling: string) => `, au plus ${ceiling}`,
  between: (floor: string, ceiling: string) => `, de ${floor} à ${ceiling}`,
  per: (of: Measure, every: number, count: "started" | "complete") =>
    of === "minutes"
      ? `par ${every === 30 ? "demi-heure" : every === 60 ? "heure" : `tranche de ${every} minutes`} ${count === "started" ? "commencée" : "complète"}`
      : `par ${every === 1 ? PARTS[of] : `groupe de ${every} (${PARTS[of]})`}`,
  every: { week: "Pour la semaine.", month: "Pour le mois.", season: "Pour toute la saison." },
  instalments: (count: number) => `Payé en ${count} fois.`,
  regular: (days: number) => `Venue régulière à partir de ${countOf(days, "jour")} dans le mois.`,
  supplement: (name: string, price: string) => `Supplément « ${name} » : ${price}.`,
  missingQf: (rule: string) => `Sans quotient connu : ${rule}.`,
  outdatedQf: (rule: string) => `Avec un quotient périmé : ${rule}.`,
  highest: "le prix le plus haut",
  lastKnown: "le dernier quotient connu",
  asQf: (qf: string) => `comme pour un quotient de ${qf}`,
  rounding: (step: number) => `Arrondi à ${step} centimes.`,
} as const;

const PARTS: Readonly<Record<Measure, string>> = {
  qf: "point de quotient",
  monthlyIncome: "euro de revenu mensuel",
  annualIncome: "euro de revenu annuel",
  cost: "euro de coût",
  minutes: "minute",
  days: "jour",
  rank: "rang",
  enrolledChildren: "enfant inscrit",
  householdChildren: "enfant du foyer",
  age: "an",
};
