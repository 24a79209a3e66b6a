/** Words of « Mon quotient familial ». */
export const texts = {
  title: "Mon quotient familial",
  back: "Ma famille",
  lead: "Le quotient et les ressources de votre foyer, tels que nous les connaissons. Ils servent aux prix qui en dépendent.",
  seenBy:
    "Ils sont lus par les adultes de votre foyer et par les agents habilités, jamais par l’autre foyer d’un enfant. Chaque lecture par un agent est notée.",
  household: (label: string) => label,
  value: "Quotient familial",
  counts: "Compte",
  none: "Aucun quotient connu",
  noneWhy: "Les prix qui en dépendent suivent alors la règle du tarif : souvent le prix le plus haut.",
  usedFor: "Sert à",
  used: "Les prix qui dépendent du quotient : le tarif de chaque service le dit.",
  resources: "Ressources",
  resourcesFor: "Le tarif horaire du multi-accueil.",
  coming: "À venir",
  comingValue: (value: string) => `quotient ${value}`,
  standings: {
    missing: "Manquant",
    outdated: "Expiré",
    expiring: "Expire bientôt",
    holds: "Valable",
  },
  outdated: {
    title: "Votre quotient a expiré",
    sentence: (lastDay: string) => `Il valait jusqu’au ${lastDay}. Déclarez le nouveau dès que vous l’avez.`,
  },
  expiring: {
    title: "Votre quotient expire bientôt",
    sentence: (lastDay: string) =>
      `Il vaut jusqu’au ${lastDay}. Déclarez le nouveau dès que vous l’avez : vos prix suivront sans coupure.`,
  },
  toCheck: {
    title: "Déclaré, à vérifier",
    sentence: (what: string, on: string) =>
      `${what}, déclaré le ${on}. Un agent le vérifie ; il comptera dès le jour écrit ici, même si la vérification vient après.`,
    joined: "Votre justificatif est joint à votre demande.",
    bring:
      "À présenter à un agent : votre attestation de la CAF ou de la MSA de moins de trois mois, ou votre avis d’imposition.",
    from: (day: string) => `Comptera à partir du ${day}.`,
  },
  refused: {
    title: "Votre déclaration n’a pas été acceptée",
    sentence: (on: string, reason: string) => `Celle du ${on} : ${reason}`,
    next: "Vous pouvez en déclarer une autre, ou nous appeler.",
  },
  declare: "Déclarer un nouveau quotient",
  declareFor: (label: string) => `pour ${label}`,
  history: "Ce qui a compté avant",
  historyLine: (what: string, span: string) => `${what}, ${span}`,
  done: {
    title: "Votre déclaration est enregistrée",
    toCheck: "Un agent la vérifie : vous recevrez un message.",
  },
  form: {
    title: "Déclarer un quotient familial",
    lead: "Recopiez ce que dit votre attestation. Une fausse déclaration peut être corrigée, et les prix avec elle.",
    verified: "Un agent vérifiera avant que cela compte.",
    save: "Déclarer",
    back: "Mon quotient familial",
  },
} as const;
