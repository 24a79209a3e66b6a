import { countOf } from "#kernel";

/** Words of « Mes coordonnées ». */
export const texts = {
  title: "Mes coordonnées",
  lead: "L’adresse e-mail et le portable auxquels nous vous joignons. L’adresse avec laquelle vous vous connectez ne change pas.",
  back: "Mes coordonnées",
  email: "Adresse e-mail",
  phone: "Téléphone portable",
  none: "Pas encore connu",
  proved: (at: string) => `Confirmé le ${at}`,
  notProved: "Pas encore confirmé",
  confirmKnown: { email: "Confirmer cette adresse", phone: "Confirmer ce numéro" },
  change: { email: "Changer d’adresse e-mail", phone: "Changer de numéro de portable" },
  waitingEmail: (email: string, sent: string, until: string) =>
    `Un lien est parti à ${email} le ${sent}. Ouvrez-le avant le ${until} : jusque-là, rien ne change.`,
  waitingPhone: (phone: string, until: string) => `Un code est parti au ${phone}. Il sert jusqu’au ${until}.`,
  typeCode: "Taper le code",
  others:
    "Les autres adultes de votre foyer apprennent que vos coordonnées ont changé, sans lire la nouvelle adresse ni le nouveau numéro dans ce message. L’autre parent, s’il vit dans un autre foyer, n’est pas prévenu.",
  otherDetails:
    "L’adresse de votre foyer et vos autres téléphones se changent par une démarche, qu’un agent lit.",
  requests: "Voir les démarches",
  choices: "Choisir ce que nous vous envoyons, et comment",
  done: {
    lien: "Le lien est parti. Ouvrez votre boîte aux lettres électronique : rien ne change avant.",
    telephone: "Votre numéro de portable est confirmé.",
  },
  emailForm: {
    title: "Ma nouvelle adresse e-mail",
    lead: "Nous y envoyons un lien. L’adresse change quand vous l’ouvrez ; l’ancienne est prévenue.",
    label: "Adresse e-mail",
    submit: "Recevoir le lien",
    wrong: "Écrivez une adresse comme claire@exemple.fr.",
    same: "Cette adresse est déjà la vôtre, et elle est confirmée.",
  },
  phoneForm: {
    title: "Mon nouveau numéro de portable",
    lead: "Nous y envoyons un code de six chiffres par SMS. Le numéro change quand vous le tapez ; l’ancien est prévenu.",
    label: "Numéro de portable",
    hint: "Par exemple 06 12 34 56 78.",
    submit: "Recevoir le code",
    wrong: "Écrivez un numéro de portable, par exemple 06 12 34 56 78.",
    same: "Ce numéro est déjà le vôtre, et il est confirmé.",
    noText:
      "Cet espace n’envoie pas encore de SMS : demandez le changement par une démarche, un agent le fera.",
  },
  codeForm: {
    title: "Le code reçu par SMS",
    lead: (phone: string, until: string) =>
      `Tapez les six chiffres envoyés au ${phone}. Ils servent jusqu’au ${until}.`,
    label: "Code",
    hint: "Six chiffres.",
    submit: "Confirmer mon numéro",
    wrong: (left: number) => `Ce n’est pas ce code. Il vous reste ${countOf(left, "essai")}.`,
    six: "Écrivez les six chiffres du code.",
    noneTitle: "Ce code ne sert plus",
    none: "Il a expiré, il a déjà servi, ou cinq essais n’ont pas suffi. Votre numéro n’a pas changé. Demandez un autre code.",
    another: "Demander un autre code",
  },
  tooMany: (until: string, phone: string) =>
    `Vous avez fait cinq demandes en une journée. Recommencez à partir du ${until}` +
    (phone === "" ? "." : `, ou appelez le ${phone}.`),
  link: {
    title: "Confirmer mon adresse e-mail",
    lead: (email: string, sent: string) =>
      `Demandé le ${sent} depuis votre espace : nous vous écrirons à ${email}.`,
    submit: "Confirmer cette adresse",
    doneTitle: "Votre adresse est confirmée",
    done: "Nous vous écrivons à cette adresse dès maintenant. L’ancienne vient d’être prévenue.",
    home: "Aller à mon espace",
    another: "Demander un autre lien",
    closed: {
      unknown: {
        title: "Ce lien n’est pas connu",
        sentence: "Il est peut-être coupé : ouvrez-le depuis le message, ou demandez-en un autre.",
      },
      used: {
        title: "Ce lien a déjà servi",
        sentence: "Un lien marche une seule fois. « Mes coordonnées » dit quelle adresse est confirmée.",
      },
      expired: (sent: string) => ({
        title: "Ce lien ne marche plus",
        sentence: `Il a été envoyé le ${sent}. Il a expiré, ou vous en avez demandé un autre depuis. Votre adresse n’a pas changé.`,
      }),
    },
  },
} as const;
