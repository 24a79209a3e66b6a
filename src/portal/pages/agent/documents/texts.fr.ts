import { countOf } from "#kernel";

/** Words of a household's documents as agents read them. */
export const texts = {
  title: (label: string) => `Documents de ${label}`,
  back: "Dossier de la famille",
  logged: "Chaque ouverture est notée dans le journal.",
  unscannedTitle: "Les fichiers ne passent par aucun antivirus",
  unscanned: "Ils s’ouvrent seulement en téléchargement. Le technicien peut brancher clamd (réglage CLAMD).",
  none: "Aucun document que vous puissiez lire",
  noneMore:
    "La famille en envoie depuis « Documents », sur son espace ; un papier apporté au guichet se garde d’ici.",
  add: "Garder un document",
  kept: "Le document est gardé. Les adultes du foyer le voient dans « Mes documents », avec votre nom ; celui qui n’a pas d’autorité sur l’enfant concerné ne le voit pas.",
  send: {
    title: (label: string) => `Garder un document de ${label}`,
    lead: "Un papier apporté au guichet ou reçu par la poste, scanné ou photographié. Les adultes du foyer le voient dans « Mes documents » ; celui qui n’a pas d’autorité sur l’enfant concerné ne le voit pas.",
    logged: "L’envoi est noté dans le journal, à votre nom.",
    notYours: "Votre rôle ne garde pas ce document pour cette personne : choisissez-en un autre.",
  },
  others: (count: number) =>
    `${countOf(count, "autre document", "autres documents")} : votre rôle ne les ouvre pas (santé, revenus ou jugement).`,
  columns: { kind: "Document", whom: "Pour", validity: "Validité", sent: "Envoyé", open: "Ouvrir" },
  household: "Le foyer",
  former: "Personne partie du foyer",
} as const;
