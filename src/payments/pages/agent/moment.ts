import { formatMoment, parisDateTime } from "#kernel";

/** « jeudi 12 novembre 2026 à 9 h 05 », on the clocks of Paris. */
export function moment(at: Temporal.Instant): string {
  const local = parisDateTime(at);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}
