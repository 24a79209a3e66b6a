import { countOf } from "#kernel";

/** Words of a household's documents as agents read them. */
export const texts = {
  title: (label: string) => `Documents de ${label}`,
  back: "Dossier de la famille",
  logged: "Chaque ouverture est notée dans le journal.",
  unscannedTitle: "Les fichiers ne passent par aucun antivirus",
  unscanned: "Ils s’ouvrent seulement en téléchargement. Le technicien peut brancher clamd (réglage CLAMD).",
  none: "Aucun document que vous puissiez lire",
  noneMore: "La famille en envoie depuis « Documents », sur son espace.",
  others: (count: number) =>
    `${countOf(count, "autre document")} : votre rôle ne les ouvre pas (santé, revenus ou jugement).`,
  columns: { kind: "Document", whom: "Pour", validity: "Validité", sent: "Envoyé", open: "Ouvrir" },
  household: "Le foyer",
  former: "Personne partie du foyer",
} as const;
