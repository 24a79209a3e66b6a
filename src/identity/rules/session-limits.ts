/** How long a signed-in session lasts, in hours. */
export interface SessionLimits {
  /** Ends when nothing was asked for this long. */
  idleHours: number;
  /** Ends this long after signing in, whatever happens. */
  absoluteHours: number;
}

/**
 * The limits in force. A parent keeps the telephone signed in between two canteen months; an agent, who sees
 * every family, signs in each working day. OWASP ASVS 5.0, 7.3.1 and 7.3.2 ask for both limits.
 */
export const sessionLimits: { readonly family: SessionLimits; readonly agent: SessionLimits } = {
  family: { idleHours: 14 * 24, absoluteHours: 60 * 24 },
  agent: { idleHours: 12, absoluteHours: 7 * 24 },
};

/** A session's last use is written at most this often: reading a page does not write otherwise. */
export const SEEN_EVERY_MINUTES = 5;

/** When a session opened now ends: by itself, and if nothing is asked. */
export function sessionEnds(
  { idleHours, absoluteHours }: SessionLimits,
  now: Temporal.Instant,
): { idleUntil: Temporal.Instant; expiresAt: Temporal.Instant } {
  return { idleUntil: now.add({ hours: idleHours }), expiresAt: now.add({ hours: absoluteHours }) };
}

/** Whether the last use, as written, is old enough to be written again. */
export function isSeenAgain(lastSeenAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, lastSeenAt.add({ minutes: SEEN_EVERY_MINUTES })) >= 0;
}
