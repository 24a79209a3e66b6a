import { formatDayAndYear } from "#kernel";

/** Words of the page on which an agent notes what an outing costs. */
export const texts = {
  title: "Coût réel des sorties et des séjours",
  lead: "Quand le tarif est une part du coût réel, notez ici ce que la sortie ou le séjour coûte par personne. Sans ce coût, il n’y a pas de prix.",
  back: "Tarifs",
  unit: "Prestation",
  date: "Jour",
  dateHint: "Pour un séjour, son premier jour.",
  cost: "Coût par personne, en euros",
  save: "Enregistrer",
  noted: "Ce qui est noté",
  line: (what: string, on: Temporal.PlainDate, cost: string) => `${what}, ${formatDayAndYear(on)} : ${cost}`,
  saved: { title: "C’est noté.", sentence: "Les prix de ce jour en tiennent compte." },
  badCost: "Écrivez un montant en euros, comme 24,50.",
  unknown: "Choisissez une prestation.",
} as const;
