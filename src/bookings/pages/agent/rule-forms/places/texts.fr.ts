/** Words of the page on which an agent says how places are kept and handed on. */
export const texts = {
  words: {
    title: "Panier et liste d’attente",
    lead: "Si une place se paie avant d’être acquise, dans quel ordre on attend, et comment une place libérée passe au suivant.",
    formTitle: (activity: string) => `Panier et liste d’attente : ${activity}`,
    fromHint: "Les séances d’avant ce jour gardent leurs réglages.",
    stays: "Ceux qui attendent gardent leur demande ; une place déjà proposée garde son temps pour répondre.",
    csvName: "Panier et liste d’attente.csv",
    saved: "Les séances suivent à partir du jour choisi.",
  },
  payment: "Paiement",
  waiting: "Liste d’attente",
  late: "Annulation hors délai",
  judged: "Les demandes sont jugées",
  judgedBy: {
    slot: "séance par séance",
    week: "par semaine entière",
    season: "par saison entière",
  },
  hold: "Garder la place jusqu’au paiement, pendant (minutes)",
  holdHint: "Rien à écrire si l’on ne paie pas d’abord. Une place qui n’est pas payée à temps est libérée.",
  list: "Quand c’est complet",
  lists: { oui: "On peut attendre", non: "Pas de liste d’attente" },
  order: "L’ordre d’attente",
  orders: {
    date: "Par ordre d’arrivée",
    points: "Par points de priorité, puis par ordre d’arrivée",
    siblings: "Les fratries ensemble, par ordre d’arrivée",
  },
  answer: "Une place libérée est",
  answers: {
    proposee: "Proposée au suivant, qui a le temps de répondre",
    donnee: "Donnée d’office au suivant",
  },
  time: "Temps pour répondre",
  timeUnit: "En",
  timeUnits: { "1440": "jours", "60": "heures", "1": "minutes" },
  lateCancellation: "Après le délai d’annulation, la famille",
  lateHint:
    "La pénalité est celle des tarifs, « annulation hors délai » ; sans elle, annuler trop tard ne coûte rien.",
  lateChoices: {
    non: "N’annule plus : elle appelle, et un agent note de qui cela vient",
    oui: "Annule encore, jusqu’au début de la séance ; la pénalité lui est dite avant",
  },
  noTime: (most: number, unit: string) =>
    `Écrivez le temps pour répondre : un nombre entre 1 et ${most.toLocaleString("fr-FR")}, en ${unit}.`,
} as const;
