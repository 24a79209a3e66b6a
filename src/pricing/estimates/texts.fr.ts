import { countOf } from "#kernel";

/** The words of an estimate. */
export const texts = {
  byQf: "selon votre quotient",
  incomeApart: "Ce prix suit les revenus du foyer, qui se lisent sur la page de son quotient.",
  ownMeal: "prix à établir : le service doit d’abord noter si l’enfant apporte son repas (PAI)",
  byResources: "selon vos ressources : déclarez-les pour le connaître",
  toSettle: "prix à établir par le service",
  tariff: (name: string) => `Tarif : ${name}.`,
  regularLater: (days: number) =>
    `Le prix sera compté après le mois : régulier à partir de ${countOf(days, "jour")} de venue.`,
  warning: (penalty: string, instead: boolean) =>
    `À savoir, ${instead ? "à la place" : "en plus"} de ce prix : ${penalty.charAt(0).toLocaleLowerCase("fr-FR")}${penalty.slice(1)}`,
  keptPlace:
    "Une absence seulement annoncée n’annule pas la place : elle se paie selon la règle des absences, que « Prévenir d’une absence » dit avant l’envoi.",
  byContract:
    "Ce jour est compris dans le contrat : il est payé par sa mensualité, qui ne change pas si vous le rendez.",
  instalments: (count: number) => `Payé en ${count} fois.`,
} as const;
