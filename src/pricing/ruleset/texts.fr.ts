import { formatDayAndYear, joinList } from "#kernel";

import type { Measure } from "../rules/tariff/grammar.ts";

const number = (value: number) => value.toLocaleString("fr-FR", { useGrouping: false });
const day = (iso: string) => formatDayAndYear(Temporal.PlainDate.from(iso));

const VALUES: Readonly<Record<Measure, string>> = {
  qf: "quotient",
  monthlyIncome: "revenu mensuel",
  annualIncome: "revenu annuel",
  cost: "coût",
  minutes: "nombre de minutes",
  days: "nombre de jours",
  rank: "rang",
  enrolledChildren: "nombre d’enfants inscrits",
  householdChildren: "nombre d’enfants du foyer",
  age: "âge",
};

/** What the check of the prices says. */
export const texts = {
  pricedTwice: (unit: string) =>
    `« ${unit} » a déjà un prix plus haut pour ces jours : gardez-en un, nommez les prestations avec « units » ou les jours avec « firstDay » et « lastDay ».`,
  noPrice: (unit: string) =>
    `« ${unit} » n’a pas de prix : ajoutez-le à « prices » (la gratuité s’écrit "0.00").`,
  daysWithoutPrice: (unit: string, from: string, to: string) =>
    `« ${unit} » n’a pas de prix du ${day(from)} à la veille du ${day(to)} : rapprochez les deux tarifs.`,
  daysUpsideDown: "Ces jours finissent avant de commencer : inversez « firstDay » et « lastDay ».",
  empty: "Cette tranche ne contient aucune valeur : sa fin est avant son début. Inversez ses bornes.",
  overlap: (of: Measure, span: string, prices: string) =>
    `Deux tranches se recouvrent : un ${VALUES[of]} ${span} aurait deux prix (${prices}). Changez une borne, pour que l’une finisse où l’autre commence.`,
  sharedBound: (of: Measure, value: number, prices: string) =>
    `Deux tranches se recouvrent au ${VALUES[of]} ${number(value)}, qui aurait deux prix (${prices}) : décidez laquelle le garde ; pour l’autre, choisissez « au-dessus de » ou « en dessous de » (dans un fichier : « above: » ou « below: »).`,
  hole: (of: Measure, span: string) =>
    `Un ${VALUES[of]} ${span} n’a pas de prix : ajoutez une tranche, ou changez les bornes d’une autre.`,
  computed: "un calcul",
  exactly: (value: number) => `de ${number(value)}`,
  from: (value: number) => `à partir de ${number(value)}`,
  above: (value: number) => `au-dessus de ${number(value)}`,
  to: (value: number) => `et jusqu’à ${number(value)}`,
  below: (value: number) => `et en dessous de ${number(value)}`,
  boundsUpsideDown: "« least » est plus grand que « most » : inversez-les.",
  floorAboveCeiling: "Le prix plancher (floor) est plus haut que le prix plafond (ceiling) : inversez-les.",
  tooManyCases:
    "Ces cas croisent trop de conditions pour être lus : mettez des cas dans des cas (le prix d’un cas peut être « kind: cases »).",
  casesOverlap: (situation: string) =>
    `Ce cas et un autre plus haut valent tous deux pour « ${situation} », et aucun ne précise l’autre : ajoutez une condition à l’un des deux.`,
  caseMissing: (named: string, more: boolean) =>
    `Sans prix : ${named}${more ? "…" : ""}. Ajoutez un cas, ou un cas sans « when » pour toutes les autres situations.`,
  noQfRule:
    "Sans quotient familial connu, il n’y a pas de prix : ajoutez « missingQf: highest », { qf: … } ou { price: … }.",
  noHighest:
    "Ce tarif n’a pas de prix le plus haut : donnez un plafond (« ceiling » ou « most ») à la part du quotient.",
  psuAlone: (key: string) =>
    `« ${key} » ne va pas avec le barème national (psu) : le tarif horaire, la mensualité et l’arrondi y sont fixés. Retirez cette clé.`,
  noFloor: (from: string | null) =>
    from === null
      ? "Le plancher national des ressources n’est pas connu pour ces jours : écrivez-le dans « psuLimits » dès que la CAF l’a publié."
      : `Le plancher national des ressources n’est pas connu à partir du ${day(from)} : ces jours n’ont pas de prix tant qu’il n’est pas écrit dans « psuLimits ».`,
  noSuchDay: "Ce jour n’existe pas dans ce mois : écrivez le dernier jour où un quotient compte.",
  limitTwice: (on: string) => `Le plancher et le plafond du ${day(on)} sont écrits deux fois : gardez-en un.`,
  limitUpsideDown: "Le plancher (floor) est plus haut que le plafond (ceiling) : inversez-les.",
  codeTwice: (code: string) => `Le code « ${code} » est écrit deux fois : gardez-en un.`,
  timesUpsideDown: "« fromTime » est après « toTime » : inversez-les.",
  penaltyBelow:
    "Cette pénalité ne coûterait rien, ou ferait baisser le prix : « plus » et « percent » sont au-dessus de zéro, « times » au-dessus de 1 (de zéro pour une annulation hors délai).",
  penaltyOfWhole: (units: readonly string[]) =>
    `Une annulation hors délai ne se compte pas pour ${joinList(units.map((unit) => `« ${unit} »`))} : ce qui se paie au mois, à la saison ou par un contrat reste dû.`,
  penaltyTwice:
    "Une pénalité plus haut change déjà ce prix de la même façon, pour le même motif et les mêmes fois : gardez-en une.",
  authorityBilled:
    "Ce qui est du fait de la collectivité (authority) n’est jamais facturé : retirez ce motif, aucune règle n’est nécessaire.",
  otherwiseHasConditions:
    "La règle sans motif est pour toutes les absences qui restent : donnez-lui des motifs (reasons), ou retirez « proof », « toldBy » et « billedFirstDays ».",
  absenceTwice:
    "Une règle plus haut décide déjà de ces absences : gardez-en une, ou donnez à la première une condition.",
  absenceWithoutRule: (unit: string) =>
    `« ${unit} » : les autres absences n’ont pas de règle. Ajoutez-en une sans « reasons », par exemple « billed: full ».`,
} as const;
