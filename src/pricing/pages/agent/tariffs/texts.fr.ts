import { cents, countOf, formatCents, formatDayAndYear } from "#kernel";

import { EXAMPLE_COST, EXAMPLE_INCOME, type Example } from "../../../ruleset/edit/example-prices.ts";
import type { ActivitySection } from "../../../ruleset/stored/tariff-versions.ts";

const SECTIONS: Readonly<Record<ActivitySection, readonly [string, string]>> = {
  prices: ["tarif", "tarifs"],
  penalties: ["pénalité", "pénalités"],
  absences: ["règle d’absence", "règles d’absence"],
};

/** Words of the agents' pages of tariffs. */
export const texts = {
  title: "Tarifs",
  back: "L’offre",
  lead: "Ce que coûte chaque prestation un jour donné. Un changement vaut à partir d’un jour ; les jours d’avant gardent leur prix.",
  on: "Tarifs en vigueur le",
  show: "Afficher",
  none: "Aucun tarif ce jour-là",
  unpriced: (count: number) =>
    `${countOf(count, "prestation")} sans tarif ce jour-là : les familles lisent « prix à établir par le service ». Là où il y a des contrats de crèche, le barème national s’applique.`,
  count: (count: number, on: Temporal.PlainDate) =>
    `${countOf(count, "tarif")} en vigueur le ${formatDayAndYear(on)}.`,
  caption: (on: Temporal.PlainDate) => `Tarifs en vigueur le ${formatDayAndYear(on)}`,
  columns: { what: "Service et prestations", price: "Prix", terms: "Conditions", action: "Action" },
  change: "Changer",
  file: "Un tarif nouveau, une autre forme de prix, les cartes, les pénalités et les absences s’écrivent dans le fichier du règlement.",
  costs: "Coût réel des sorties et des séjours",
  history: "Historique",
  since: (day: string) => `Changements du ${day}`,
  version: (activity: string, section: ActivitySection, count: number, by: string) =>
    `${activity}, ${count} ${SECTIONS[section][count < 2 ? 0 : 1]} (${by})`,
  firstDay: (day: string) => `Pour les séances à partir du ${day}.`,
  lastDay: (day: string) => `Pour les séances jusqu’au ${day}.`,
  done: { title: "Le tarif est changé.", sentence: "Les jours d’avant gardent leur prix." },
  form: {
    title: (name: string) => `Changer : ${name}`,
    lead: "Changez les montants et les tranches. Pour une autre forme de prix, passez par le fichier du règlement.",
    activities: "Services qui changent",
    from: "À partir du",
    fromHint: "Les séances d’avant ce jour gardent leur prix.",
    qf: "Exemples pour un quotient de",
    qfHint: "Vous verrez le prix avant et après, avant d’enregistrer.",
    submit: "Vérifier",
    noneOf: "Cochez au moins un service.",
    price: "Prix, en euros",
    fields: {
      from: "À partir de (compris)",
      above: "Au-dessus de (non compris)",
      to: "Jusqu’à (compris)",
      below: "En dessous de (non compris)",
      percent: "Pourcentage",
      factor: "Coefficient",
      least: "Compté au moins comme",
      most: "Compté au plus comme",
      floor: "Prix plancher, en euros",
      ceiling: "Prix plafond, en euros",
      plus: "En plus (ou en moins avec un « - »), en euros",
      times: "Multiplié par",
    },
    bracket: (index: number) => `Tranche ${index}`,
    otherwise: "Dans les autres cas",
    psu: "Ce prix suit le barème national : rien n’est à changer ici. Le plancher et le plafond de l’année s’écrivent dans « Quotients », « Plancher et plafond ».",
  },
  toCorrect: {
    euros: "Écrivez un montant, comme 3,20.",
    number: "Écrivez un nombre, comme 700 ou 0,55.",
    past: (today: Temporal.PlainDate) =>
      `Ce jour est passé : écrivez le ${formatDayAndYear(today)} ou un jour à venir. Un prix qui manque à un jour passé se donne dans la facturation de son mois, à « Prix impossible à dire ».`,
    tooFar: (years: number) => `C’est trop loin : écrivez un jour dans les ${years} ans.`,
    another: (activity: string) =>
      `Ce jour-là, « ${activity} » a un autre tarif que celui que vous changez : ouvrez la liste à ce jour, et changez celui qui y est.`,
  },
  check: {
    title: (name: string) => `Vérifier : ${name}`,
    lead: "Rien n’est encore enregistré.",
    nothing: "Rien ne change : les montants sont déjà ceux-là.",
    from: (day: Temporal.PlainDate) => `À partir du ${formatDayAndYear(day)}`,
    details: "Ce qui change, service par service",
    before: "Le tarif était",
    after: "Le tarif sera",
    examples: (qf: string) => `Exemples, pour un quotient de ${qf.replace(".", ",")}`,
    example: {
      resident: "Enfant du territoire",
      outside: "Enfant hors territoire",
      second: "Deuxième enfant inscrit",
      noQf: "Sans quotient connu",
    } satisfies Record<Example, string>,
    columns: { who: "Pour", before: "Avant", after: "Après" },
    each: `Une séance, ou une heure là où l’on compte les heures. Là où le prix en dépend : ${formatCents(cents(EXAMPLE_INCOME * 100))} de revenus par an, une sortie qui coûte ${formatCents(cents(EXAMPLE_COST * 100))} par personne.`,
    submit: "Enregistrer",
    back: "Revenir au formulaire",
  },
} as const;
