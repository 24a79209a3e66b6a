import { countOf } from "#kernel";

/** Words of the page on which an agent notes a proof for several days. */
export const texts = {
  title: "Justificatif pour plusieurs jours",
  back: "Pointage du jour",
  lead: "Le justificatif est noté sur chaque absence pointée de ces jours, à tous les lieux où vous pointez.",
  proofTitle: "Le justificatif",
  first: "Du",
  last: "Au",
  reason: "Motif",
  received: "Reçu le",
  receivedHint: "Aujourd’hui ou avant.",
  save: "Enregistrer le justificatif",
  days: "Jours où l’enfant est attendu",
  day: "Jour",
  site: "Lieu",
  state: "Noté",
  noDay: "Aucun jour réservé entre ces dates.",
  done: (count: number) =>
    count === 0
      ? "Aucune absence pointée entre ces dates : rien n’a changé"
      : `Justificatif noté pour ${countOf(count, "absence")}`,
  left: (count: number) =>
    `${countOf(count, "jour")} reste${count < 2 ? "" : "nt"} à pointer\u00a0: pointez l’absence, puis enregistrez de nouveau le justificatif.`,
  billed: "Un mois de ces dates est déjà facturé\u00a0: la correction fera un avoir ou un complément.",
  faults: {
    "ends-before-it-starts": "Le dernier jour est le premier, ou vient après.",
    "too-long": "Trois mois au plus\u00a0: notez le reste avec un second justificatif.",
    "received-later": "Le justificatif a été reçu aujourd’hui ou avant.",
  },
  choose: "Choisissez un motif de la liste.",
} as const;
