/** The simulator's time: the one it was given, moved forward by whoever drives it. */
export interface SimulatorClock {
  now(): Temporal.Instant;
  advance(minutes: number): void;
}

/** Follows `base`. */
export function simulatorClock(base: () => Temporal.Instant): SimulatorClock {
  let ahead = 0;
  return {
    now: () => base().add({ minutes: ahead }),
    advance: (minutes) => {
      ahead += minutes;
    },
  };
}
