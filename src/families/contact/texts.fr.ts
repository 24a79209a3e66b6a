/** Words of the messages about an adult's own details. */
export const texts = {
  greeting: (name: string) => `Bonjour ${name},`,
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
  notYou: "Si vous n’avez rien demandé, prévenez-nous.",
  emailLink: {
    subject: "Confirmez votre adresse électronique",
    asked: (at: string) =>
      `Le ${at}, vous avez donné cette adresse depuis votre espace citoyen. Confirmez qu’elle est bien à vous :`,
    confirm: "Confirmer mon adresse",
    until: (at: string) =>
      `Ce lien marche une seule fois, jusqu’au ${at}. Passé ce moment, demandez-en un autre dans « Mes coordonnées ».`,
    notYou: "Si vous n’avez rien demandé, ne faites rien : cette adresse ne sera pas enregistrée.",
  },
  code: (code: string, authority: string) =>
    `${code} est votre code pour l’espace citoyen ${authority}. Il sert 10 minutes. Ne le donnez à personne.`,
  phoneReplaced: (authority: string, phone: string) =>
    `${authority} : ce numéro n’est plus celui de votre dossier, un autre a été confirmé depuis votre espace. ` +
    (phone === "" ? "Ce n’est pas vous ? Prévenez-nous." : `Ce n’est pas vous ? Appelez le ${phone}.`),
  phoneChanged: {
    subject: "Votre numéro de portable a changé",
    sentence:
      "Un nouveau numéro de portable a été confirmé depuis votre espace. L’ancien n’est plus utilisé.",
  },
  household: {
    subject: (name: string) => `${name} a changé ses coordonnées`,
    email: (name: string) => `${name} a changé l’adresse électronique à laquelle nous lui écrivons.`,
    phone: (name: string) => `${name} a changé le numéro de portable auquel nous l’appelons.`,
    otherPhone: (name: string) => `${name} a changé un autre de ses numéros de téléphone.`,
    home: (name: string) => `${name} a changé l’adresse de votre foyer par une demande acceptée.`,
    together: "C’est aussi l’adresse que nous avons pour vous : prévenez-nous si vous n’avez pas déménagé.",
    nothing: "Vous n’avez rien à faire : vos propres coordonnées n’ont pas changé.",
    surprised: "Si cela vous étonne, prévenez-nous.",
  },
} as const;
