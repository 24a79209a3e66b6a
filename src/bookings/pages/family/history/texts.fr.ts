import { agree, countOf } from "#kernel";

/** Words of the history. */
export const texts = {
  title: "Historique",
  lead: "Les inscriptions, et tout ce qui a été réservé et annulé pour votre famille, par qui et quand.",
  empty: {
    title: "Rien pour le moment",
    sentence: "Chaque réservation et chaque annulation sera notée ici.",
  },
  attended: "Présences et absences, mois par mois",
  receipt: "Voir le reçu",
  unchanged: (refused: number) =>
    refused === 0
      ? "Rien n’a changé."
      : `Rien n’a changé : ${countOf(refused, "demande")} ${agree(refused, "refusée")}.`,
  enrolments: "Voir les inscriptions",
  older: "Plus ancien",
  newest: "Revenir au plus récent",
} as const;
