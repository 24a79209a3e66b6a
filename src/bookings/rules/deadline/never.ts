import type { Deadline } from "./closing.ts";

/**
 * What a slot keeps instead of an instant where an act is never possible online: before every clock of ours, so that
 * whoever compares it finds the act too late, and no sentence prints it.
 */
export const NEVER = Temporal.Instant.fromEpochMilliseconds(0);

/** Whether the instant kept with a slot means « never » and is not to be shown. */
export function isNever(until: Temporal.Instant): boolean {
  return until.equals(NEVER);
}

/** The instant to keep with a slot for a deadline that is known. */
export function instantKept(deadline: Exclude<Deadline, { kind: "unknown" }>): Temporal.Instant {
  return deadline.kind === "never" ? NEVER : deadline.at;
}
