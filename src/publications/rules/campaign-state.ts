/** How a campaign stands. */
export type CampaignState = "draft" | "scheduled" | "sending" | "stopped" | "sent" | "given-up";

/** What an agent does to one. */
export type CampaignAct = "change" | "launch" | "unschedule" | "stop" | "resume" | "give-up";

/**
 * @rule Ce qui peut être fait d’une campagne
 *
 * Un brouillon se corrige, s’essaie et se lance, tout de suite ou à une heure choisie. Avant cette heure, il peut être
 * repris. Pendant l’envoi, une campagne s’arrête et reprend : ce qui est parti est parti, et n’est jamais envoyé deux
 * fois. Une campagne arrêtée peut être abandonnée : le reste ne partira pas. Exemple : une annonce de grève lancée à 8 h
 * et arrêtée à 8 h 05 a écrit à 1 500 familles ; reprise à 9 h, elle écrit aux autres.
 */
const ACTS: Readonly<Record<CampaignState, readonly CampaignAct[]>> = {
  draft: ["change", "launch"],
  scheduled: ["launch", "unschedule"],
  sending: ["stop"],
  stopped: ["resume", "give-up"],
  sent: [],
  "given-up": [],
};

/** The moments that say how it stands. */
export interface CampaignTimes {
  readonly sendAt: Temporal.Instant | null;
  readonly queuedAt: Temporal.Instant | null;
  readonly stoppedAt: Temporal.Instant | null;
  readonly endedAt: Temporal.Instant | null;
  readonly givenUp: boolean;
}

/** How a campaign stands at a moment. */
export function campaignState(
  { sendAt, queuedAt, stoppedAt, endedAt, givenUp }: CampaignTimes,
  now: Temporal.Instant,
): CampaignState {
  if (endedAt !== null) return givenUp ? "given-up" : "sent";
  if (sendAt === null) return "draft";
  if (stoppedAt !== null) return "stopped";
  return queuedAt === null && Temporal.Instant.compare(sendAt, now) > 0 ? "scheduled" : "sending";
}

/** Whether this may be done to a campaign in that state. */
export const mayBe = (act: CampaignAct, state: CampaignState): boolean => ACTS[state].includes(act);
