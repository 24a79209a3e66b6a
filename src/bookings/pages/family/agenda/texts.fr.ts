/** Words of the page that ties the planning to a telephone's own calendar. */
export const texts = {
  title: "Dans votre agenda",
  lead: "Vos réservations apparaissent dans l’agenda de votre téléphone, et s’y mettent à jour d’elles-mêmes.",
  content:
    "L’agenda montre le prénom, la prestation, le lieu et l’heure. Rien d’autre : ni nom de famille, ni santé, ni prix.",
  none: "Vous n’avez pas encore d’adresse d’agenda.",
  since: (moment: string) => `Vous avez une adresse d’agenda depuis le ${moment}.`,
  onlyOnce:
    "Elle ne peut plus être affichée : nous n’en gardons qu’une empreinte. Pour un autre téléphone, créez-en une nouvelle ; " +
    "l’ancienne ne répondra plus.",
  create: "Créer mon adresse d’agenda",
  renew: "Créer une nouvelle adresse",
  revoke: "Supprimer l’adresse",
  revoked: {
    title: "L’adresse d’agenda est supprimée.",
    sentence:
      "Les téléphones qui la connaissaient ne reçoivent plus rien. Retirez aussi l’agenda de leurs réglages.",
  },
  made: {
    title: "Votre adresse d’agenda",
    keep: "Elle est affichée cette fois seulement. Qui la connaît voit ces réservations : gardez-la pour vous.",
    open: "Ouvrir dans l’agenda de cet appareil",
    copy: "Ou copiez cette adresse :",
    old: "Si vous aviez une adresse avant, elle ne répond plus.",
  },
  how: "Comment l’ajouter ?",
  ways: [
    {
      title: "iPhone, iPad, Mac",
      steps: "Touchez « Ouvrir dans l’agenda de cet appareil », puis « S’abonner ».",
    },
    {
      title: "Android et Google Agenda",
      steps:
        "Sur un ordinateur, ouvrez calendar.google.com. À côté de « Autres agendas », choisissez « + » puis " +
        "« À partir de l’URL », et collez l’adresse. L’agenda arrive ensuite sur le téléphone.",
    },
    {
      title: "Outlook",
      steps:
        "Dans le calendrier, choisissez « Ajouter un calendrier », « S’abonner à partir du web », et collez l’adresse.",
    },
  ],
  delay:
    "Les téléphones relisent l’adresse quelques fois par jour : pour le jour même, regardez le planning.",
} as const;
