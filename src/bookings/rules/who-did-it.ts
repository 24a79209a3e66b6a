/** Who acted on a booking, as the history keeps it. */
export interface DoneBy {
  /** « Claire Lefebvre », « Paul Martin » */
  readonly by: string;
  readonly byAgent: boolean;
  /** Why an agent did it, or the message of a closure. */
  readonly reason: string | null;
}

/** What the waiting list and the jobs sign with, on the agents' side. */
const PROGRAM = "Préau";

/** « Claire Lefebvre », « Préau », « Agent : Paul Martin – motif : panne du site » */
export function whoDidIt({ by, byAgent, reason }: DoneBy): string {
  const who = byAgent && by !== PROGRAM ? `Agent : ${by}` : by;
  return reason === null ? who : `${who} – motif : ${reason}`;
}
