/** Words of the e-mails about bookings. */
export const texts = {
  greeting: (names: string) => `Bonjour ${names},`,
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
  planning: "Voir le planning",
  submitted: {
    changed: (count: string) => `Votre planning a changé : ${count}`,
    unchanged: (count: string) => `Votre planning n’a pas changé : ${count}`,
    byFamily: (name: string, moment: string) => `Envoi de ${name}, reçu le ${moment}.`,
    byAgent: (name: string, moment: string) => `Fait pour vous par un agent, ${name}, le ${moment}.`,
    // The reason is an agent's own words (« enfant malade »): it is read after signing in, never sent by e-mail.
    reason: "Le motif est écrit sur le reçu.",
    booked: (firstName: string) => `Réservé pour ${firstName}`,
    cancelled: (firstName: string) => `Annulé pour ${firstName}`,
    refused: "Pas enregistré",
    same: "Sans changement",
    receipt: "Voir le reçu",
  },
  closed: {
    subjectOfDay: (day: string, count: string) => `Fermé ${day} : ${count}`,
    subject: (count: string) => `Des jours ferment : ${count}`,
    intro: (several: boolean) =>
      several
        ? "Ces jours sont maintenant fermés. Les réservations que vous aviez sont annulées :"
        : "Ce jour est maintenant fermé. Ce que vous aviez réservé est annulé :",
    others: "Vos réservations des autres jours ne changent pas.",
  },
  reopened: {
    subjectOfDay: (day: string) => `De nouveau ouvert : ${day}`,
    subject: (days: string) => `De nouveau ouverts : ${days}`,
    intro:
      "Nous avions annulé ces réservations parce que ces jours étaient fermés. Ils sont de nouveau ouverts. " +
      "Rien n’a été réservé à votre place : réservez si vous le souhaitez.",
    line: (what: string, until: string) => `${what} : ${until}`,
    tooLate: (sentence: string) => `${sentence}, appelez-nous`,
    book: "Réserver",
  },
} as const;
