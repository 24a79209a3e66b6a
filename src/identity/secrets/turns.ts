import { ok, refuse, type Result } from "#kernel";

/** Runs `work` when its turn comes, or refuses at once when too many wait already. */
export type TakeTurn = <T>(work: () => Promise<T>) => Promise<Result<T, { code: "busy" }>>;

/**
 * Lets `atOnce` pieces of work run together and `waiting` others queue, first come first served: heavy work
 * never starves the rest of the program, and a flood is refused instead of piling up.
 */
export function takeTurns(atOnce: number, waiting: number): TakeTurn {
  let running = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnce) {
      if (queue.length >= waiting) return refuse({ code: "busy" });
      // Whoever ends hands its place over, so `running` does not move in between.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else {
      running += 1;
    }
    try {
      return ok(await work());
    } finally {
      const next = queue.shift();
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
