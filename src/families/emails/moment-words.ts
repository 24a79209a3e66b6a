import { formatMoment, parisDateTime } from "#kernel";

/** « mardi 1 décembre à 12 h » */
export function momentWords(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}
