import { formatCents, formatDay, formatDayAndYear, joinList, ofName, type Cents } from "#kernel";

/** Words of the home page, of a family and of a visitor. */
export const texts = {
  title: "Accueil",
  hello: (name: string) => `Bonjour ${name}`,
  today: "Aujourd’hui",
  tomorrow: "Demain",
  next: "Ensuite",
  saidAbsent: (what: string) => `Absence annoncée : ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
  sick: "Malade aujourd’hui ?",
  nothingBooked: "Rien de réservé",
  nothingOffered: "Pas d’accueil",
  nothingThatDay: "Pas d’accueil ce jour-là.",
  weekEnd: "C’est le week-end.",
  notEnrolled: "Pas d’inscription en cours",
  balance: {
    nothing: "Rien à payer.",
    nothingYet: "Rien à payer pour l’instant.",
    waiting: (who: string | null, amount: Cents) =>
      `${formatCents(amount)} seront sur une prochaine facture${who === null ? "" : ` de ${who}`}.`,
    link: "Voir mes factures",
    toPay: "À régler",
    pay: (amount: Cents) => `Régler ${formatCents(amount)}`,
    advance: "Payer d’avance",
    low: (left: Cents) =>
      left === 0
        ? "Il ne reste rien sur votre avance"
        : `Il ne reste que ${formatCents(left)} sur votre avance`,
    confirming: (amount: Cents) => `Paiement de ${formatCents(amount)} en cours de confirmation`,
    owes: (who: string | null, amount: Cents) => `${debtor(who)} ${formatCents(amount)}`,
    until: (who: string | null, amount: Cents, day: Temporal.PlainDate) =>
      `${debtor(who)} ${formatCents(amount)} avant le ${formatDay(day)}`,
    past: (who: string | null, amount: Cents, day: Temporal.PlainDate) =>
      `${debtor(who)} ${formatCents(amount)}, à régler depuis le ${formatDay(day)}`,
    parts: (who: string | null, amount: Cents, parts: readonly string[]) =>
      `${debtor(who)} ${formatCents(amount)} : ${joinList(parts)}`,
    part: (amount: Cents, day: Temporal.PlainDate) => `${formatCents(amount)} avant le ${formatDay(day)}`,
    partPast: (amount: Cents, day: Temporal.PlainDate) =>
      `${formatCents(amount)} depuis le ${formatDay(day)}`,
    credit: (who: string | null, amount: Cents) =>
      who === null ? `${formatCents(amount)} en votre faveur` : `${formatCents(amount)} en faveur de ${who}`,
  },
  toDecide: {
    title: "À décider",
    nothing: "Rien à décider pour le moment.",
    before: (moment: string) => `À décider avant ${moment}`,
    changeable: (moment: string) => `Modifiable jusqu’${moment}`,
    todayAt: (time: string) => `aujourd’hui ${time}`,
    tomorrowAt: (time: string) => `demain ${time}`,
    booked: (names: string) => `Réservé pour ${names}.`,
    unbooked: (names: string) => `Rien pour ${names}.`,
    full: (names: string) => `Complet pour ${names}.`,
    choose: "Choisir",
    change: "Modifier",
    basket: {
      title: (count: number) =>
        count === 1 ? "Une place gardée est à payer" : `${count} places gardées sont à payer`,
      until: (moment: string) => `À payer avant ${moment} : ensuite, elles sont rendues.`,
      link: "Payer",
    },
    offers: {
      title: (count: number) =>
        count === 1 ? "Une place vous est proposée" : `${count} places vous sont proposées`,
      place: (firstName: string, unit: string, day: string, days: number) =>
        days === 1
          ? `${firstName}, ${unit.toLocaleLowerCase("fr-FR")} du ${day}.`
          : `${firstName}, ${unit.toLocaleLowerCase("fr-FR")}, ${days} jours à partir du ${day}.`,
      answer: (moment: string) => `À accepter avant ${moment}.`,
      link: "Répondre",
    },
    missing: (name: string, activities: string) =>
      `La semaine prochaine, rien pour ${name} : ${activities}. D’habitude, si.`,
    emptyWeek: (names: string) => `La semaine prochaine est vide pour ${names}.`,
    fill: "Réserver la semaine",
  },
  waiting: {
    title: "Sur liste d’attente",
    rank: (firstName: string, rank: string) => `${firstName} est ${rank} sur la liste.`,
    noRank: "Votre demande est sur la liste.",
    more: (count: number) => (count === 1 ? "Et une autre demande." : `Et ${count} autres demandes.`),
    link: "Voir vos listes d’attente",
  },
  week: {
    now: "Cette semaine",
    next: "La semaine prochaine",
    nothing: "Rien de réservé",
    see: "Voir la semaine",
  },
  noChild: {
    title: "Aucun enfant pour le moment",
    sentence: "Votre compte n’est rattaché à aucun enfant. Appelez-nous : un agent le fera avec vous.",
  },
  noFamily: {
    title: "Aucune famille pour le moment",
    sentence: "Votre compte n’est rattaché à aucune famille. Appelez-nous : un agent le fera avec vous.",
  },
  planning: {
    title: "Réserver ou annuler",
    sentence: "Tous vos enfants ensemble, par mois ou par semaine.",
    open: "Ouvrir le planning",
  },
  quotient: {
    missing: {
      title: "Votre quotient familial n’est pas connu",
      sentence: (household: string) =>
        `${household} : les prix qui en dépendent suivent alors la règle du tarif, souvent le prix le plus haut.`,
    },
    outdated: {
      title: "Votre quotient familial a expiré",
      sentence: (household: string, lastDay: string) => `${household} : il valait jusqu’au ${lastDay}.`,
    },
    expiring: {
      title: "Votre quotient familial expire bientôt",
      sentence: (household: string, lastDay: string) =>
        `${household} : il vaut jusqu’au ${lastDay}. Dès le lendemain, sans nouvelle déclaration, les prix qui en dépendent suivront la règle du tarif, souvent le prix le plus haut.`,
    },
    link: "Déclarer le quotient",
  },
  openings: "Ouvertures à venir",
  contract: { href: "/contrats", label: "Contrat d’accueil", about: "les jours et les heures convenus" },
  links: [
    { href: "/places-proposees", label: "Listes d’attente", about: "vos rangs, les places proposées" },
    { href: "/inscriptions", label: "Inscriptions", about: "ce qui est ouvert à chacun" },
    { href: "/absences", label: "Prévenir d’une absence", about: "malade aujourd’hui, délai passé" },
    { href: "/alertes", label: "Mes alertes", about: "semaine vide, délai qui ferme, place proposée" },
    { href: "/agenda", label: "Dans votre agenda", about: "vos réservations sur votre téléphone" },
    { href: "/historique", label: "Historique", about: "qui a fait quoi, et quand" },
    { href: "/aide", label: "Aide", about: "délais, questions, contact" },
  ],
  visitor: {
    title: "Réservez les repas de vos enfants",
    lead: "À toute heure, sur un téléphone ou un ordinateur. Vous changez d’avis\u00a0? Annulez ici, jusqu’au délai écrit sur chaque jour.",
    signIn: "Se connecter",
    news: "Les actualités de votre collectivité",
    steps: [
      {
        title: "Un seul planning",
        sentence: "Tous vos enfants, un mois à la fois\u00a0: cochez les jours, enregistrez.",
      },
      {
        title: "Jusqu’à quand changer",
        sentence: "Chaque jour dit s’il est réservé, libre ou complet, et jusqu’à quand il peut changer.",
      },
      {
        title: "Toujours une trace",
        sentence: "Un reçu, un courriel et un historique disent qui a fait quoi, et quand.",
      },
    ],
    contact: "Une question\u00a0?",
    demonstration: {
      title: "Ceci est une démonstration",
      sentence: "Les communes sont réelles\u00a0; les écoles, les familles et les prix sont inventés.",
      accounts: "Les comptes à essayer sont sur la page de connexion.",
      mail: "Lire les courriels que l’espace a écrits",
    },
  },
  lacking: {
    title: "Il manque un document",
    line: (name: string, activity: string, documents: string) =>
      `L’inscription ${ofName(name)} (${activity}) demande : ${documents}. L’inscription reste en place.`,
    send: "Envoyer un document",
  },
  documents: {
    title: "Des documents à renouveler",
    soon: (kind: string, day: Temporal.PlainDate) => `${kind} : valable jusqu’au ${formatDayAndYear(day)}.`,
    over: (kind: string, day: Temporal.PlainDate) =>
      `${kind} : n’est plus valable depuis le ${formatDayAndYear(day)}.`,
    renew: "Renouveler",
  },
} as const;

const debtor = (who: string | null) => (who === null ? "Vous devez" : `${who} doit`);
