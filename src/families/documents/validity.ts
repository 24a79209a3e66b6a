import type { DocumentVersion } from "#documents";

/** How a document stands on a day. */
export type Validity = "for-ever" | "valid" | "soon" | "over";

/** The household is asked for another so many days before the end. */
const SOON_DAYS = 30;

/** « À renouveler avant le 31 décembre 2026 » from 1 December on; over from 1 January. */
export function validityOf(
  { validUntil }: Pick<DocumentVersion, "validUntil">,
  today: Temporal.PlainDate,
): Validity {
  if (validUntil === null) return "for-ever";
  const days = today.until(validUntil, { largestUnit: "days" }).days;
  if (days < 0) return "over";
  return days <= SOON_DAYS ? "soon" : "valid";
}
