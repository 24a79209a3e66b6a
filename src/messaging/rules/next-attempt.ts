/** After this many attempts a message is given up: the delays below add up to about two days. */
const MOST_ATTEMPTS = 17;

const LONGEST_DELAY = Temporal.Duration.from({ hours: 6 });

/**
 * When to try again after `attempts` failed ones, or undefined when it is time to give up: one minute, then
 * twice as long each time, six hours at most. A first failure on Monday at 10:00 leads to 10:01, 10:03, 10:07…
 * 18:31, then every six hours, and is given up on Wednesday at 12:31 (RFC 5321, 4.5.4.1, leaves longer queues
 * to the mail relay, which takes over as soon as it answers).
 */
export function nextAttempt(attempts: number, now: Temporal.Instant): Temporal.Instant | undefined {
  if (attempts >= MOST_ATTEMPTS) return undefined;
  const doubled = Temporal.Duration.from({ minutes: 2 ** (attempts - 1) });
  return now.add(Temporal.Duration.compare(doubled, LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY);
}
