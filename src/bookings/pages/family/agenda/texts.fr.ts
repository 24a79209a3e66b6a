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
      steps: "Touchez «\u00a0Ouvrir dans l’agenda de cet appareil\u00a0», puis «\u00a0S’abonner\u00a0».",
    },
    {
      title: "Android et Google Agenda",
      steps:
        "Sur un ordinateur, ouvrez calendar.google.com. À côté de «\u00a0Autres agendas\u00a0», choisissez «\u00a0+\u00a0» puis " +
        "«\u00a0À partir de l’URL\u00a0», et collez l’adresse. L’agenda arrive ensuite sur le téléphone.",
    },
    {
      title: "Outlook",
      steps:
        "Dans le calendrier, choisissez «\u00a0Ajouter un calendrier\u00a0», «\u00a0S’abonner à partir du web\u00a0», et collez l’adresse.",
    },
  ],
  delay:
    "Les téléphones relisent l’adresse quelques fois par jour : pour le jour même, regardez le planning.",
} as const;
