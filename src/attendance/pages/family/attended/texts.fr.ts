import { formatCents, type Cents } from "#kernel";

/** Words of the family's page of presences. */
export const texts = {
  title: "Présences",
  back: "Historique",
  lead: "Ce que les équipes ont noté sur place : les présences, les absences, et les heures quand elles comptent.",
  estimated:
    "Les prix écrits ici sont estimés d’après ce que les équipes ont noté : la facture du mois donne le prix définitif.",
  besides: {
    supplement: (child: string, name: string, amount: Cents) =>
      `En plus pour ${child} : ${name}, ${formatCents(amount)}.`,
    penalty: (child: string, name: string, amount: Cents) =>
      `Pénalité pour ${child} : ${name}, ${formatCents(amount)}.`,
  },
  longer: (child: string, sentence: string) =>
    `${child}, ${sentence.charAt(0).toLocaleLowerCase("fr-FR")}${sentence.slice(1)}`,
  why: "Pourquoi ce prix ?",
  present: "Présence",
  absent: "Absence",
  hours: (from: string, to: string) => `de ${from} à ${to}`,
  arrived: (from: string) => `arrivée à ${from}`,
  left: (to: string) => `départ à ${to}`,
  withoutPlace: "sans réservation",
  nothing: "Rien n’a été noté ce mois-ci",
  nothingMore: "Un jour paraît ici quand l’équipe l’a pointé.",
  certificate: (year: number) => `Attestation de présence ${year}`,
  wrong: (phone: string) =>
    phone === ""
      ? "Ce n’est pas ce qui s’est passé ? Dites-le au service."
      : `Ce n’est pas ce qui s’est passé ? Appelez le ${phone}.`,
} as const;
