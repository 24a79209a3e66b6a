import { joinList } from "#kernel";

/** Words of the canned answers. */
export const texts = {
  title: "Réponses types",
  lead: "Des textes que vous écrivez souvent, à insérer dans un message, une réponse ou un motif.",
  back: "Démarches",
  backToList: "Réponses types",
  none: "Aucune réponse type",
  noneMore: "Écrivez la première ci-dessous : tous les agents des démarches la verront.",
  add: "Écrire une réponse type",
  change: "Changer la réponse type",
  columns: { label: "Nom", kind: "Pour", body: "Texte", by: "Écrite par" },
  everyKind: "Toutes les démarches",
  label: "Nom",
  labelHint: "Comme vous la chercherez : « Justificatif illisible ».",
  kind: "Pour quelle démarche",
  body: "Texte",
  bodyHint:
    "Ces mots entre accolades sont remplacés par ce que dit la demande : {nom}, {numero}, {demarche}, {service}, {telephone}, {agent}.",
  keep: "Garder la réponse",
  remove: "Retirer la réponse",
  done: { gardee: "La réponse type est gardée.", retiree: "La réponse type est retirée." },
  corrections: {
    label: "Donnez un nom à la réponse.",
    body: "Écrivez le texte.",
    unknown: (words: readonly string[]) =>
      `Rien ne correspond à ${joinList(words.map((word) => `{${word}}`))} : la famille le lirait tel quel.`,
  },
  insert: {
    choose: "Réponse type (facultatif)",
    none: "Choisissez…",
    button: "Insérer",
  },
} as const;
