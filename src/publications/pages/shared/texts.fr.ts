import { formatMoment, parisDateTime } from "#kernel";

/** Words that agents and families read alike. */
export const texts = {
  kinds: { news: "Actualité", rules: "Règlement à accepter" },
  pinned: "Épinglée",
  files: "À télécharger",
  waiting: "l’antivirus regarde ce fichier : il s’ouvrira dans quelques minutes",
} as const;

/** « mardi 1 décembre à 12 h » */
export function momentWords(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}
