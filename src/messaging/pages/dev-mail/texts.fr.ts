import { countOf } from "#kernel";

import type { Channel, MessageState } from "../../outbox.ts";

export const texts = {
  title: "Courrier de la démonstration",
  explanation:
    "Aucun de ces messages n’est parti : ils sont gardés ici pour être lus. Sur un espace réel, cette page n’existe pas.",
  none: "Aucun message pour l’instant",
  whenThereIsOne: "Réservez ou annulez un repas : son reçu arrive ici.",
  count: (messages: number) => countOf(messages, "message"),
  latestOnly: (most: number) => `Les ${most} derniers messages.`,
  columns: { written: "Écrit", to: "Pour", subject: "Objet", channel: "Par", state: "État" },
  channels: { mail: "E-mail", sms: "SMS" } satisfies Record<Channel, string>,
  states: {
    waiting: "En attente",
    sent: "Parti",
    kept: "Gardé ici",
    refused: "Refusé",
  } satisfies Record<MessageState, string>,
  back: "Retour au courrier",
  facts: {
    channel: "Par",
    to: "Pour",
    written: "Écrit",
    state: "État",
    answer: "Réponse du serveur",
  },
  textVersion: "Le message en texte",
  htmlVersion: "Voir le message mis en page",
} as const;
