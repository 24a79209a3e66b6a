/** Words of a receipt. */
export const texts = {
  title: "Reçu",
  nothingChanged: "Rien n’a changé",
  reference: (moment: string, who: string) => `Reçu le ${moment}. ${who}`,
  refused: "Ce qui n’a pas pu être fait",
  same: "Ce qui n’a pas changé",
  unknownLine: "Un jour que votre planning ne propose pas",
  seeDays: "Voir les jours",
  whatNow: "Que faire maintenant ?",
  call: (phone: string, hours: string) =>
    hours === "" ? `Téléphone : ${phone}.` : `Téléphone : ${phone}, ${hours}.`,
  write: (email: string) => `Courriel : ${email}.`,
  kept: "Ce reçu reste dans votre historique.",
  backToFile: "Revenir au dossier de la famille",
  toBasket: "Payer ces places",
  backToPlanning: "Voir le planning",
  history: "Voir l’historique",
} as const;
