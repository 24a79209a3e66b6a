import { formatDay, formatDayAndYear, ofName } from "#kernel";

/** Words of the e-mails about bookings. */
export const texts = {
  greeting: (names: string) => `Bonjour ${names},`,
  signature: (authority: string, phone: string) =>
    phone === "" ? authority : `${authority}\nUne question ? Appelez le ${phone}.`,
  planning: "Voir le planning",
  submitted: {
    subject: (count: string) => `Votre planning a changé : ${count}`,
    unchanged: (count: string) => `Votre planning n’a pas changé : ${count}`,
    byYou: (moment: string) => `Vous avez envoyé ces changements le ${moment}.`,
    byFamily: (name: string, moment: string) => `Envoi ${ofName(name)}, reçu le ${moment}.`,
    byAgent: (name: string, moment: string) => `Fait pour vous par un agent, ${name}, le ${moment}.`,
    // The reason is an agent's own words (« enfant malade »): it is read after signing in, never sent by e-mail.
    reason: "Le motif est écrit sur le reçu.",
    booked: (firstName: string) => `Réservé pour ${firstName}`,
    held: (firstName: string) => `Gardé pour ${firstName}, en attendant le paiement`,
    changed: (firstName: string) => `Heures changées pour ${firstName}`,
    waiting: (firstName: string) => `${firstName} est sur la liste d’attente`,
    cancelled: (firstName: string) => `Annulé pour ${firstName}`,
    left: (firstName: string) => `${firstName} n’attend plus de place`,
    declined: (firstName: string) => `Place laissée pour ${firstName}`,
    refused: "Pas enregistré",
    same: "Sans changement",
    place: (title: string, activity: string, site: string) => `${title}, ${activity} (${site})`,
    rank: (what: string, rank: number) => `${what} – rang ${rank} sur la liste`,
    monthSame:
      "Le prix du mois ne change pas : même rendu à temps, un jour du contrat reste payé par la mensualité.",
    cost: (amount: string) => `Coût estimé : environ ${amount}. La facture dira le prix.`,
    receipt: "Voir le reçu",
  },
  contract: {
    subject: {
      signed: (firstName: string, span: string) => `Contrat d’accueil ${ofName(firstName)}, ${span}`,
      changed: (firstName: string, span: string) => `Contrat d’accueil ${ofName(firstName)} changé, ${span}`,
      ended: (firstName: string) => `Fin du contrat d’accueil ${ofName(firstName)}`,
    },
    ended: ({ firstDay, lastDay }: { firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate }) =>
      Temporal.PlainDate.compare(lastDay, firstDay) < 0
        ? "Le contrat s’arrête avant son premier jour."
        : `Le contrat s’arrête : son dernier jour est le ${formatDayAndYear(lastDay)}.`,
    title: "Le prix du contrat",
    byResources:
      "Le tarif horaire est trouvé selon vos ressources et vos enfants à charge : le calcul se lit sur la page du contrat.",
    declare:
      "Déclarez vos ressources dans votre espace, à la page du quotient familial, ou dites au service pourquoi vous ne le pouvez pas : sans ressources, le plancher s’applique ; si vous ne les communiquez pas, le plafond.",
    see: "Voir le contrat et son tarif",
  },
  enrolled: {
    subject: (act: string, names: string, services: string) => `${act} ${ofName(names)} : ${services}`,
    byFamily: (name: string, moment: string) => `Fait par ${name}, le ${moment}.`,
    // As for a form: an agent's own words are read after signing in.
    reason: "Le motif est écrit dans l’historique de l’inscription.",
    book: "Les jours se réservent ensuite dans le planning : rien n’est encore réservé.",
    see: (count: number) => (count === 1 ? "Voir l’inscription" : "Voir les inscriptions"),
  },
  absences: {
    subject: (count: string) => `Fait pour vous : ${count}`,
    subjectOwn: (count: string) => `Bien reçu : ${count}`,
    own: (by: string, moment: string) => `Par ${by}, le ${moment}.`,
    withdrawn: {
      subject: (count: string) => `Annonce retirée : ${count}`,
      title: "Absences qui ne sont plus annoncées",
      kept: "Le lieu d’accueil attend de nouveau l’enfant. La place est restée réservée.",
    },
    noted: "Absences notées",
    proof: (what: string, until: Temporal.PlainDate) =>
      `${what} – justificatif à remettre au plus tard le ${formatDay(until)}`,
    cancelled: "Annulé, le délai n’étant pas passé",
    kept:
      "Le lieu d’accueil est prévenu. La place reste réservée, puisque le délai d’annulation est passé. Gardez le " +
      "certificat médical ou le justificatif : il sera demandé pour la facturation.",
    history: "Voir l’historique",
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
  earlier: {
    subject: (activity: string, days: string) => `Délai avancé : ${activity}, ${days}`,
    intro: (activity: string) =>
      `${activity} : pour ces jours, le délai est maintenant plus tôt que celui que vous lisiez au planning.`,
    because: (reason: string) => `Pourquoi : ${reason}.`,
    lifted: (reason: string) =>
      `Pourquoi : le délai avait été déplacé (${reason}), celui d’avant vaut de nouveau.`,
    others: "Ce que vous avez réservé ne change pas.",
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
  offered: {
    days: (days: number) => `(${days} jours)`,
    whole: (days: number) => `(${days} jours, à prendre en entier)`,
    subject: (what: string) => `Une place se libère : ${what}`,
    intro: (what: string, moment: string) =>
      `Une place s’est libérée : ${what}. Elle est gardée pour vous jusqu’au ${moment}.`,
    answer: "Prendre la place ou la laisser",
    otherwise: "Sans réponse de votre part d’ici là, elle sera proposée à la famille suivante.",
    givenSubject: (what: string) => `Place réservée : ${what}`,
    given: (what: string) =>
      `Une place s’est libérée et vous était destinée : ${what}. Elle est réservée. ` +
      "Si vous n’en avez plus besoin, annulez-la dans le planning.",
  },
  expired: {
    subject: "Liste d’attente : ce qui s’est terminé",
    intro: "Ces demandes de place sont terminées :",
    unpaid: {
      subject: "Places rendues : leur paiement n’est pas arrivé à temps",
      intro: "Ces places étaient gardées pour vous. Elles ne le sont plus :",
      paid: "Vous les avez payées en ligne ? Un autre message vous dira si elles sont réservées, ou si la somme est en votre faveur.",
    },
    line: (what: string, why: string) => `${what} : ${why}`,
    why: {
      unanswered: "la place proposée n’a pas eu de réponse à temps, elle va à la famille suivante",
      free_again:
        "la place proposée n’a pas eu de réponse à temps, la place est de nouveau libre : vous pouvez la réserver",
      lost: "la place proposée n’a pas eu de réponse à temps, elle n’est plus gardée pour vous",
      no_place: "aucune place ne s’est libérée à temps",
      closed: "ce jour est maintenant fermé",
      released: "la place était gardée jusqu’à son paiement, elle est rendue",
    },
  },
  moved: {
    subject: (count: string, day: string) => `Déplacé : ${count} ${day}`,
    intro: "Nous avons déplacé une réservation. Vous n’avez rien à faire si le changement vous convient.",
    change: "Ce qui change",
    from: (place: string) => `Avant : ${place}`,
    to: (place: string) => `Maintenant : ${place}`,
    whom: "Pour",
    because: (reason: string) => `Pourquoi : ${reason}`,
    enrolled: (activity: string) => `Inscription faite pour ce jour-là, ${activity}`,
    unenrolled: (activity: string) => `Inscription d’un jour retirée, ${activity}`,
    unsuitable: "Si cela ne vous convient pas, annulez sur le planning ou appelez-nous.",
  },
  classDay: {
    about: (className: string, school: string, message: string) =>
      `Classe ${className}, ${school} : ${message}`,
    away: (days: string, count: string) => `Classe absente ${days} : ${count}`,
    cancelled: "Annulé pour vous",
    teacherAbsent: (days: string) => `Enseignant absent ${days}`,
    mayCancel:
      "Votre enfant peut venir comme prévu : rien ne change pour ce que vous avez réservé. Si vous le gardez, " +
      "annulez sur le planning : c’est possible jusqu’au début de chaque séance.",
    booked: "Ce que vous avez réservé",
    left: "Liste d’attente quittée",
    backSubject: (days: string) => `La classe est là, finalement, ${days}`,
    teacherBackSubject: (days: string) => `L’enseignant est là, finalement, ${days}`,
    backAbout: (className: string, school: string, because: string, message: string) =>
      `Classe ${className}, ${school} : ${because} (nous vous avions écrit « ${message} »).`,
    restored: "Réservé de nouveau pour vous",
    giveBack:
      "Si vous avez prévu autre chose, annulez sur le planning : c’est possible jusqu’au début de chaque séance, même après le délai.",
    notRestored: "Ce que nous n’avons pas pu réserver de nouveau",
    notRestoredLine: (what: string, why: string) => `${what} : ${why}`,
    cancelledByYou: "Ce que vous avez annulé, et qui le reste",
    deadlinesAgain: "Les délais habituels valent de nouveau.",
  },
} as const;
