import { joinList } from "#kernel";

/** Words of the page that shows changes before they are saved. */
export const texts = {
  title: "Vos changements",
  /** « 21 places à annuler : à confirmer » */
  toConfirm: (count: string) => `${count}\u00a0: à confirmer`,
  nothingDone: "Rien n’est encore fait.",
  question: "Vérifiez, puis enregistrez.",
  paidFirst: {
    /** « Séjour en baie de Somme : le paiement d’abord » */
    title: (activities: readonly string[]) => `${joinList(activities)}\u00a0: le paiement d’abord`,
    sentence: (time: string) =>
      `Ces places vous seront gardées ${time} dès que vous enregistrez, le temps de les payer. Elles ne sont réservées qu’une fois payées. Sans paiement d’ici là, elles sont rendues : une autre famille peut les prendre, et vous ne devez rien.`,
  },
  late: {
    title: "Vous annulez après le délai",
    penalty: "La place n’est plus due, mais une pénalité l’est. Elle est dite plus bas, avec le coût.",
    free: "Le règlement ne prévoit pas de pénalité pour ces jours.",
  },
  acts: {
    book: "Réserver",
    cancel: "Annuler",
    change: "Changer",
    wait: "Liste d’attente",
    leave: "Quitter la liste",
    accept: "Prendre la place",
    decline: "Laisser la place",
  },
  unknown: "Un jour que votre planning ne propose pas, ou plus",
  seeDays: "Voir les jours",
  changeHours: "Changer les heures",
  hoursOf: (unit: string, hours: string, days: string) => `${unit}, ${hours} (${days})`,
  recompute: "Recalculer le coût",
  save: "Enregistrer ces changements",
  back: "Revenir au planning",
  refused: "Ce qui ne peut pas se faire",
  nothing: {
    refused: "Rien ne peut se faire ainsi",
    otherwise: "Rien n’est changé. Voici pourquoi ; revenez au planning pour choisir autrement.",
    title: "Rien à changer",
    sentence: "Tout est déjà comme vous le demandez, ou ne peut plus changer.",
  },
  adapted: "D’autres heures que celles que vous aviez",
  otherHours: (unit: string, wanted: string, hours: string) =>
    `${unit} : ${wanted} n’y est pas, ${hours} à la place`,
  whose: (firstName: string, unit: string) =>
    `${firstName}, ${unit.charAt(0).toLocaleLowerCase("fr-FR")}${unit.slice(1)}`,
  left: "Ce qui restera comme aujourd’hui",
  leftWords: {
    full: "complet",
    waiting: "sur la liste d’attente",
    offered: "place proposée, à prendre dans le planning",
    missed: "trop tard pour réserver",
    "not-open-yet": "pas encore ouvert",
    "window-closed": "réservations closes",
    "class-away": "classe absente",
    booked: "trop tard pour annuler",
    "booked-elsewhere": "déjà réservé",
    closed: "fermé",
    free: "à réserver dans le planning",
    part: "se réserve en entier : la période demandée n’en couvre qu’une partie",
    together: "se réserve en entier, avec un jour qui ne peut pas changer",
  },
} as const;
