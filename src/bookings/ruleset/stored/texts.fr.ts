import { countOf, joinList } from "#kernel";

const ACTS = { book: "réserver", cancel: "annuler", change: "changer les heures" } as const;

/** What an import says of the sections of bookings. */
export const texts = {
  deadline: (what: readonly string[], acts: readonly (keyof typeof ACTS)[]) =>
    `${what.join(", ")} : nouveau délai pour ${joinList(acts.map((act) => ACTS[act]))}.`,
  laterDeadlines: (activity: string, count: number) =>
    `${activity} : ${countOf(count, "délai prévu", "délais prévus")} pour plus tard ${count < 2 ? "est remplacé" : "sont remplacés"}.`,
  windows: (activity: string, season: string, count: number) =>
    count === 0
      ? `${activity}, ${season} : plus de fenêtre, les séances se réservent tout de suite.`
      : `${activity}, ${season} : ${countOf(count, "fenêtre")} de réservation, à la place des précédentes.`,
  enrolment: (activity: string, by: "family" | "agent", conditions: number) =>
    `${activity} : ${by === "family" ? "la famille s’inscrit elle-même" : "un agent inscrit"}, ${
      conditions === 0
        ? "sans condition"
        : countOf(conditions, "condition ou groupe", "conditions ou groupes")
    }.`,
  laterEnrolment: (activity: string) =>
    `${activity} : les conditions prévues pour plus tard sont remplacées.`,
  places: (activity: string) =>
    `${activity} : nouveaux réglages du panier et de la liste d’attente, dès maintenant.`,
} as const;
