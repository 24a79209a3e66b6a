/** Words of the family's page of presences. */
export const texts = {
  title: "Présences",
  back: "Historique",
  lead: "Ce que les équipes ont noté sur place : qui est venu, et à quelles heures quand elles comptent.",
  present: "Présent",
  absent: "Absent",
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
