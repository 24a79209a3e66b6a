import { capitalise, formatCents, formatDay, type Cents } from "#kernel";

/** Words of the page on which a family says that a child will not come. */
export const texts = {
  title: "Prévenir d’une absence",
  lead: "Malade aujourd’hui ? Cochez ce qui n’aura pas lieu : le lieu d’accueil le voit tout de suite sur sa liste.",
  today: (day: string) => `Aujourd’hui, ${day}`,
  tomorrow: (day: string) => `Demain, ${day}`,
  /** « Zoé, sortie au parc du Marquenterre » */
  place: (firstName: string, unit: string) =>
    `${firstName}, ${unit.charAt(0).toLocaleLowerCase("fr-FR")}${unit.slice(1)}`,
  cancel: (until: string) => `Encore ${until} : la réservation sera annulée.`,
  late: "Le délai est passé : la place reste réservée, l’absence sera annoncée.",
  said: (moment: string) => `Absence annoncée ${moment}.`,
  proofUntil: (day: Temporal.PlainDate) => `Justificatif à remettre au plus tard le ${formatDay(day)}.`,
  takeBack: "Retirer cette annonce",
  takenBack: {
    title: "L’annonce est retirée : le lieu d’accueil attend de nouveau l’enfant.",
    sentence: "La place est restée réservée. L’annonce et son retrait restent dans votre historique.",
  },
  tooLateToTakeBack: {
    title: "Cette annonce ne peut plus être retirée",
    sentence:
      "L’accueil a commencé, le lieu a déjà noté l’absence, ou l’annonce est déjà retirée. Si l’enfant vient, prévenez le lieu d’accueil.",
  },
  saidWord: "Absence annoncée",
  cause: "Pour quelle raison ?",
  sick: "Maladie",
  other: "Autre raison",
  send: "Voir ce qui va changer",
  check: {
    title: "Vérifiez avant de prévenir",
    lead: "Rien n’est encore fait : voici ce qui sera annulé et ce qui restera réservé.",
    still: (until: string) => `Encore ${until}.`,
    cancelled: {
      title: (count: number) =>
        count === 1 ? "1\u00a0place sera annulée" : `${count}\u00a0places seront annulées`,
      word: "Annulé",
      means:
        "Le délai n’est pas passé : ces places sont rendues, comme depuis le planning. Aucun justificatif n’est demandé.",
    },
    kept: {
      title: (count: number) =>
        count === 1 ? "1\u00a0place restera réservée" : `${count}\u00a0places resteront réservées`,
      word: "Absence",
      means:
        "Le délai d’annulation est passé : le lieu d’accueil est prévenu de l’absence, la place reste réservée. Ce qu’elle coûte :",
      byContract:
        "Payé par la mensualité du contrat : elle reste due. Ce qui s’en déduit, selon les règles d’absence, sera dit sur la facture.",
      together:
        "Ce jour se paie avec toute sa semaine ou toute sa saison, qui reste due : ce que l’absence y change sera dit sur la facture.",
      hole: (missing: string) => `Prix dit sur la facture : ${missing}.`,
      noPrice: "Le prix de ce service n’est pas encore ici : il sera dit sur la facture.",
      same: (amount: Cents) => `${formatCents(amount)}, avec ou sans justificatif.`,
      cost: (unproven: Cents, proven: Cents, until: Temporal.PlainDate | null) =>
        `Sans justificatif : ${formatCents(unproven)}. Avec un justificatif reçu${
          until === null ? "" : ` au plus tard le ${formatDay(until)}`
        } : ${formatCents(proven)}.`,
      rule: (phrase: string) => `${capitalise(phrase)}.`,
    },
    proof: {
      title: "Le justificatif à garder",
      sick: "Un certificat médical au nom de l’enfant, pour ces dates.",
      other: "Un document qui explique l’absence, pour ces dates.",
      online: "Une fois l’absence annoncée, la page suivante propose de l’envoyer.",
      atDesk: "Apportez-le à l’accueil, ou au lieu d’accueil.",
    },
    confirm: (kept: number, cancelled: number) => {
      if (kept > 0) return "Prévenir le lieu d’accueil";
      return cancelled === 1 ? "Annuler la place" : "Annuler les places";
    },
  },
  chooseCause: "Dites pour quelle raison : maladie ou autre.",
  nothing: {
    title: "Rien de réservé dans les sept jours",
    sentence: "Pour annuler des jours plus lointains, ouvrez le planning.",
  },
  planning: "Ouvrir le planning",
  done: {
    title: "C’est noté : le lieu d’accueil est prévenu.",
    sentence:
      "La place reste réservée, puisque le délai d’annulation est passé. Gardez le certificat médical ou le justificatif : " +
      "il sera demandé pour la facturation.",
    call: (phone: string) =>
      `Une question sur le délai pour l’envoyer ? Appelez le ${phone.replaceAll(" ", "\u00a0")}.`,
    prove: "Envoyer le justificatif",
    cancelled: "Les jours qui pouvaient encore être annulés le sont.",
    receipt: "Voir le reçu de l’annulation",
  },
  history: "Cette absence reste dans votre historique.",
  chooseOne: "Cochez au moins un jour : celui où l’enfant ne viendra pas.",
  unreadable: "Nous n’avons pas pu lire cet envoi",
  nothingBooked: {
    title: "Rien n’a changé",
    sentence: "Ces jours ne sont plus réservés, ou sont passés.",
  },
  back: "Revenir à la page",
} as const;
