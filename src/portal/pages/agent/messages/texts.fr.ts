/** Words of the page of messages that did not leave. */
export const texts = {
  title: "Messages qui ne sont pas partis",
  lead: "Les e-mails et les SMS refusés depuis trente jours, et ceux qui attendent après un essai manqué. Un essai manqué recommence tout seul, de plus en plus tard, pendant deux jours.",
  none: "Tout est parti",
  noneMore: "Aucun message refusé depuis trente jours, aucun essai manqué.",
  latest: (most: number) => `Les ${most} derniers.`,
  columns: {
    message: "Message",
    channel: "Par",
    to: "Pour",
    written: "Écrit",
    state: "État",
    answer: "Réponse du serveur",
  },
  channels: { mail: "e-mail", sms: "SMS" },
  text: "SMS",
  refused: "Refusé : ne partira pas",
  again: (attempts: number, at: string) => `En attente : ${attempts}ᵉ essai manqué, le suivant ${at}`,
  first: (at: string) => `En attente : un essai manqué, le suivant ${at}`,
  help: "Une adresse ou un numéro refusé est à corriger dans le dossier de la famille. Si tout attend, le serveur de messages ne répond pas : prévenez qui s’en occupe.",
} as const;
