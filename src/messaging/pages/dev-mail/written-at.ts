import { formatMoment, parisDateTime } from "#kernel";

/** « vendredi 6 novembre à 12 h » */
export function writtenAt({ written_at }: { written_at: Temporal.Instant }): string {
  const local = parisDateTime(written_at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}
