/** Tells the time; the only source of « now » in the program. */
export type Clock = () => Temporal.Instant;

/**
 * The machine's clock, or, in a demonstration that asks for it, one that starts at a given instant and runs on: a
 * demonstration shown in July is not empty, and a browser test sees the same days whenever it runs.
 */
export function clockFrom(startsAt: Temporal.Instant | null): Clock {
  if (startsAt === null) return () => Temporal.Now.instant();
  const ahead = startsAt.since(Temporal.Now.instant());
  return () => Temporal.Now.instant().add(ahead);
}
