import type { ConsentWord } from "../../../consents/consents.ts";
import type { Way } from "../../../rules/message-channels.ts";

/** Words of « Mes messages et mes accords ». */
export const texts = {
  title: "Mes messages et mes accords",
  lead: "Ce que nous vous envoyons, par quel moyen, et ce à quoi vous avez dit oui. Ces choix sont les vôtres : l’autre parent fait les siens.",
  saved: "Vos choix sont enregistrés.",
  reached: (email: string, phone: string) =>
    `Nous vous écrivons à ${email || "aucune adresse connue"}. SMS : ${phone || "aucun portable connu"}.`,
  contact: "Changer mes coordonnées",
  service: {
    legend: "Fermetures, grèves, changements d’horaire",
    hint: "Elles font partie du service et ne se refusent pas : un enfant en dépend. Choisissez comment elles vous arrivent.",
  },
  news: { legend: "Les actualités" },
  ways: {
    mail: "Par e-mail",
    sms: "Par SMS",
    both: "Par e-mail et par SMS",
    none: "Je ne veux pas les recevoir",
  } satisfies Record<Way, string>,
  noPhone:
    "Nous ne connaissons pas votre portable : sans lui, les informations de service vous arrivent par e-mail.",
  photos: (name: string) => `${name} : êtes-vous d’accord ?`,
  yes: "Oui, je suis d’accord",
  no: "Non",
  bothParents: "L’autre parent donne son propre accord ; sans les deux, aucune image n’est prise.",
  save: "Enregistrer mes choix",
  changed:
    "Le texte d’un accord a changé pendant que vous lisiez. Relisez-le, puis enregistrez : rien n’a encore été noté.",
  unreadable: "Choisissez une réponse de la liste.",
  always: {
    title: "Ce qui part toujours par e-mail",
    items: [
      "Accusés de réception et reçus : la loi les demande, et ils sont votre preuve.",
      "Factures et relances : elles disent ce qui est dû et jusqu’à quand. Vous pouvez les recevoir sur papier.",
      "Réservations et places : un enfant serait attendu, ou pas, sans que vous le sachiez.",
      "Sécurité de votre compte : vous apprenez ainsi que quelqu’un d’autre s’en sert.",
    ],
    alerts: "Les alertes avant un délai se choisissent dans « Mes alertes ».",
  },
  history: {
    title: "Ce que vous avez dit, et quand",
    none: "Vous n’avez encore rien accepté ni refusé.",
    columns: { about: "Sujet", said: "Votre réponse", version: "Texte", at: "Le" },
    about: (label: string, child: string | null) => (child === null ? label : `${label} : ${child}`),
    version: (number: number) => `Version ${number}`,
  },
} as const;

/** « Accordé (en vigueur) », « Retiré par le lien d’un message ». */
export function saidWords({ given, holds, saidOn }: Pick<ConsentWord, "given" | "holds" | "saidOn">): string {
  if (given) return holds ? "Accordé, en vigueur" : "Accordé, ne vaut plus";
  return saidOn === "link" ? "Retiré, par le lien d’un message" : "Refusé ou retiré";
}
