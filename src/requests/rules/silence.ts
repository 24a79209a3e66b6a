/** What silence means, and after how many months, as the authority chose for a kind. */
export interface SilenceRule {
  readonly silence: "accepted" | "refused";
  readonly months: number;
}

/** What became of the delay until now. */
export interface DelayFacts {
  /** The day of the first submission. */
  readonly submittedOn: Temporal.PlainDate;
  /** The day on which what was missing came last; null where nothing was. */
  readonly completedOn: Temporal.PlainDate | null;
  /** The days during which something was missing. */
  readonly waitedDays: number;
}

/**
 * @rule Quand le silence vaut réponse
 *
 * Le délai court du jour où la demande est reçue. Quand il manque quelque chose, le délai au bout duquel le silence vaut
 * accord ne commence qu’au jour où tout est reçu ; celui au bout duquel il vaut refus est seulement suspendu, au plus
 * jusqu’à la date donnée pour répondre (CRPA, art. L114-5). À cette date rien ne change tout seul : un agent est prévenu
 * avant.
 *
 * Exemple : deux mois, demande reçue le 1er décembre 2026 : le 1er février 2027. Complément demandé le 10 et reçu le
 * 20 décembre : le 20 février si le silence vaut accord, le 11 février s’il vaut refus.
 */
export function silenceOn({ silence, months }: SilenceRule, facts: DelayFacts): Temporal.PlainDate {
  const { submittedOn, completedOn, waitedDays } = facts;
  return silence === "accepted"
    ? (completedOn ?? submittedOn).add({ months })
    : submittedOn.add({ months }).add({ days: waitedDays });
}

/** How many days the delay stood still between a question and its answer: no longer than the date given to answer. */
export function suspendedDays(
  askedOn: Temporal.PlainDate,
  completedOn: Temporal.PlainDate,
  replyBy: Temporal.PlainDate | null,
): number {
  const late = replyBy !== null && Temporal.PlainDate.compare(completedOn, replyBy) > 0;
  return Math.max(0, askedOn.until(late ? replyBy : completedOn, { largestUnit: "days" }).days);
}

/** An agent is warned so many days before silence answers. */
const WARNED_DAYS = 15;

/** How near the day is on which silence answers. */
export function silenceNearness(on: Temporal.PlainDate, today: Temporal.PlainDate): "far" | "near" | "past" {
  const days = today.until(on, { largestUnit: "days" }).days;
  if (days < 0) return "past";
  return days <= WARNED_DAYS ? "near" : "far";
}
