const lowered = (text: string) => `${text.charAt(0).toLocaleLowerCase("fr-FR")}${text.slice(1)}`;

/** Words of what a form costs, and of the page of one's own prices. */
export const texts = {
  title: "Coût estimé",
  total: (amount: string) => `Environ ${amount}`,
  totalUnknown: "Une partie du prix est à établir par le service.",
  whom: (firstName: string, unit: string) => `${firstName}, ${lowered(unit)}`,
  part: (whom: string, count: number, each: string, back: boolean) =>
    `${whom} : ${count === 1 ? each : `${count} × ${each}`}${back ? " en moins" : ""}`,
  byMonth: (price: string) => `compris dans le forfait de ${price} par mois`,
  byContract: "compris dans le contrat",
  monthSame: "Le prix du mois ne change pas",
  contractStays: "même rendu à temps, un jour du contrat reste payé par la mensualité",
  difference: (whom: string, days: number, amount: string) =>
    `${whom}, ${days === 1 ? "autres heures" : `autres heures de ${days} jours`} : ${amount}`,
  /** « Lina, repas, annulé après le délai : + 1,95 €. Annulation hors délai : 50 % du prix de la séance. » */
  late: (whom: string, count: number, { amount, ifFamily }: { amount: string; ifFamily: boolean }) =>
    `${whom}, ${count === 1 ? "annulation" : `${count} annulations`} après le délai : ${
      amount === "" ? "une pénalité peut être due" : amount
    }${ifFamily ? ", si la famille a prévenu trop tard" : ""}.`,
  hoursChange: "D’autres heures peuvent changer le prix d’un jour : il n’est pas compté ici.",
  why: "Pourquoi ce prix ?",
  hole: "Il manque une donnée pour dire ce prix : appelez-nous, il sera établi avant la facture.",
  estimate: "C’est une estimation, avec ce que nous savons aujourd’hui. La facture dira le prix.",
  page: {
    title: "Combien ça coûte pour moi ?",
    lead: "Ce que vous payez aujourd’hui pour chaque service où vous êtes inscrits, et pourquoi.",
    none: "Aucune inscription pour le moment",
    noneSentence: "Dès qu’un enfant est inscrit à un service, son prix apparaît ici.",
    noTariffs: "Les prix ne sont pas encore ici : appelez-nous pour les connaître.",
    from: (day: string) => `à partir du ${day}`,
    quotientEnds: (lastDay: string) => `Votre quotient familial vaut jusqu’au ${lastDay}`,
    thenPrices:
      "Sans le nouveau, d’autres prix s’appliquent le lendemain : ils sont écrits sous ceux d’aujourd’hui.",
    after: (from: string, price: string) => `À partir du ${from} : ${price}.`,
    declare: "Déclarer le nouveau quotient",
    every: {
      slot: "",
      week: " la semaine",
      month: " par mois",
      season: "",
    },
    season: (name: string) => ` la saison (${name})`,
    hour: " pour une heure",
    days: (count: number) => (count < 2 ? " la journée" : ` pour ${count} jours`),
    free: "gratuit",
    back: "Revenir au planning",
    qfSoon: "Votre quotient familial ou votre adresse a changé ? Dites-le-nous, le prix suivra.",
  },
} as const;
