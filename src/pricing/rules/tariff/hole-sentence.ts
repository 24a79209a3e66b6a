import { psuHoleSentence } from "../psu/psu-sentences.fr.ts";
import type { Hole } from "./price.ts";
import { euros, MEASURES, number, REASONS } from "./words.fr.ts";

/** What an agent reads of a price that falls in a hole: what is missing, and what to do about it. */
export function holeSentence(hole: Hole): string {
  switch (hole.code) {
    case "noTariff":
      return "Aucun tarif ne vaut ce jour-là pour cette prestation : ajoutez-le au règlement, ou prolongez celui d’avant.";
    case "missingFact":
      return `Il manque une donnée pour dire le prix : ${FACTS[hole.fact] ?? hole.fact}. Complétez le dossier, puis recalculez.`;
    case "noQf":
      return `${hole.why === "missing" ? "Aucun quotient familial n’est connu pour ce jour" : "Le quotient familial connu n’est plus valable ce jour-là"}, et le règlement ne dit pas quoi faire : saisissez le quotient, ou ajoutez « missingQf » au tarif.`;
    case "noHighest":
      return "Le règlement demande le prix le plus haut, et ce tarif n’en a pas : donnez-lui un plafond.";
    case "noBracket":
      return `Aucune tranche ne contient ${MEASURES[hole.of]} ${number(hole.value)} : ajoutez une tranche au tarif, ou changez les bornes d’une autre.`;
    case "noCase":
      return "Aucun cas du tarif ne convient à cette situation : ajoutez-en un, ou un cas sans condition pour toutes les autres.";
    case "noSupplement":
      return `Le supplément « ${hole.supplement} » n’a pas de prix dans ce tarif : ajoutez-le, ou retirez-le.`;
    case "noInstalment":
      return `Le versement ${hole.instalment} n’existe pas : le forfait se paie en ${hole.count} fois.`;
    case "noAbsenceRule":
      return `Le règlement ne dit pas ce que coûte une absence ${REASONS[hole.reason] ?? `de motif « ${hole.reason} »`} : ajoutez une règle à « absences » (« ${hole.reason} »), ou une règle sans motif pour toutes les autres.`;
    case "noPsuRate":
      return psuHoleSentence({ kind: "hole", code: hole.why, day: hole.day });
    case "belowZero":
      return `Le prix serait négatif (${euros(hole.euros.replace("…", ""))}) : réduisez ce qui est retiré.`;
  }
}

const FACTS: Readonly<Record<string, string>> = {
  residence: "si la famille habite le territoire",
  audience: "si c’est un enfant ou un adulte",
  scheme: "le régime (CAF, MSA)",
  school: "le niveau scolaire",
  regular: "si la venue est régulière ou occasionnelle",
  daysThisMonth: "le nombre de jours dans le mois",
  rank: "le rang de l’enfant",
  enrolledChildren: "le nombre d’enfants inscrits",
  householdChildren: "le nombre d’enfants du foyer",
  age: "l’âge",
  days: "le nombre de jours",
  minutes: "la durée en minutes",
  annualIncome: "le revenu annuel",
  ownMeal: "si le repas est apporté sous le PAI (au dossier, « Repas apporté et catégorie »)",
  category: "la catégorie dont parle le tarif",
  cost: "le coût réel de la sortie (« Tarifs », « Coût réel des sorties et des séjours »)",
  instalment: "le numéro du versement",
  time: "combien de fois c’est arrivé",
  schoolDay: "le combientième jour d’école de l’absence",
};
