/** Words of the page that shows changes before they are saved. */
export const texts = {
  title: "Vos changements",
  question: "Vérifiez, puis enregistrez. Rien n’est encore fait.",
  added: "Réserver",
  removed: "Annuler",
  unknown: "Un jour que votre planning ne propose pas, ou plus",
  seeDays: "Voir les jours",
  save: "Enregistrer ces changements",
  back: "Revenir au planning",
  nothing: {
    title: "Rien à changer",
    sentence: "Tout est déjà comme vous le demandez, ou ne peut plus changer.",
  },
  left: "Ce qui restera comme aujourd’hui",
  leftWords: {
    full: "complet",
    missed: "trop tard pour réserver",
    "not-open-yet": "pas encore ouvert",
    "window-closed": "réservations closes",
    booked: "trop tard pour annuler",
    "booked-elsewhere": "réservé par l’autre foyer",
    closed: "fermé",
    free: "",
  },
} as const;
