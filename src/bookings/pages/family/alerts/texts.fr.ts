import { deadlineSentence, emptyWeekSentence, type AlertRule } from "../../../rules/alert-rule.ts";

/** Words of the page on which a guardian chooses alerts. */
export const texts = {
  title: "Mes alertes",
  lead: "Un courriel avant qu’il ne soit trop tard. Choisissez ce qui vous sert ; vous pouvez changer d’avis quand vous voulez.",
  legend: "Prévenez-moi quand…",
  kinds: (rule: AlertRule) => ({
    place_offered: {
      label: "une place se libère et nous est proposée",
      hint: "Vous avez un temps limité pour répondre ; la proposition est aussi sur la page d’accueil.",
    },
    empty_week: {
      label: "une semaine est vide",
      hint: `Rien n’est réservé alors qu’un enfant vient d’habitude. ${emptyWeekSentence(rule)}`,
    },
    deadline_tonight: {
      label: "un délai ferme et quelque chose n’est pas comme d’habitude",
      hint: deadlineSentence(rule),
    },
  }),
  save: "Enregistrer mes alertes",
  saved: "Vos alertes sont enregistrées.",
  sentTo: (email: string) => `Elles partent à ${email}.`,
  noAddress: {
    title: "Nous n’avons pas votre adresse électronique.",
    sentence: (phone: string) =>
      phone === ""
        ? "Donnez-la-nous pour recevoir des alertes."
        : `Donnez-la-nous pour recevoir des alertes : ${phone}.`,
  },
  own: "Ces choix sont les vôtres : l’autre parent fait les siens.",
  unreadable: "Nous n’avons pas pu lire cet envoi",
  back: "Revenir à mes alertes",
} as const;
