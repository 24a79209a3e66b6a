import type { AbsenceReason } from "./absence-reason.ts";

/** What is noted of somebody in a slot; « none » is that nothing is, or no longer. */
export interface Noted {
  state: "present" | "absent" | "none";
  reason: AbsenceReason | null;
  /** The day on which the proof of the absence was received. */
  proofOn: Temporal.PlainDate | null;
  arrivedAt: Temporal.PlainTime | null;
  leftAt: Temporal.PlainTime | null;
}

/** Nothing noted. */
export const NOTHING: Noted = { state: "none", reason: null, proofOn: null, arrivedAt: null, leftAt: null };

/** Keeps what the state has a use for: hours of a presence, reason and proof of an absence. */
export function fitting(noted: Noted): Noted {
  const { state, reason, proofOn, arrivedAt, leftAt } = noted;
  if (state === "present") return { ...NOTHING, state, arrivedAt, leftAt };
  if (state === "absent") return { ...NOTHING, state, reason, proofOn };
  return NOTHING;
}

/** What has to be written otherwise in what an agent noted; null where it can be. */
export type NotedFault = "leaves-before-arriving" | "leaves-before-opening" | "proof-to-come";

/**
 * A departure comes after the arrival and once the session is open, and a proof was received by today. Nobody leaves at
 * 9 h an after-school session that opens at 16 h 30; arriving before it opens is possible.
 */
export function faultOf(
  noted: Noted,
  { today, opensAt }: { today: Temporal.PlainDate; opensAt: Temporal.PlainTime | undefined },
): NotedFault | null {
  const { arrivedAt, leftAt, proofOn } = fitting(noted);
  if (arrivedAt !== null && leftAt !== null && Temporal.PlainTime.compare(leftAt, arrivedAt) <= 0) {
    return "leaves-before-arriving";
  }
  if (leftAt !== null && opensAt !== undefined && Temporal.PlainTime.compare(leftAt, opensAt) <= 0) {
    return "leaves-before-opening";
  }
  return proofOn !== null && Temporal.PlainDate.compare(proofOn, today) > 0 ? "proof-to-come" : null;
}
