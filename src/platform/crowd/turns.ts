import { ok, refuse, type Result } from "#kernel";

/**
 * Lets `atOnce` pieces of work run together and `waiting` others queue, first come first served: heavy work
 * never starves the rest of the program, and a flood is refused instead of piling up.
 */
export class Turns {
  readonly #atOnce: number;
  readonly #waiting: number;
  readonly #queue: (() => void)[] = [];
  #running = 0;

  constructor(atOnce: number, waiting: number) {
    this.#atOnce = atOnce;
    this.#waiting = waiting;
  }

  /** How many pieces of work are in hand: running or queued. */
  get inHand(): number {
    return this.#running + this.#queue.length;
  }

  /** Runs `work` when its turn comes, or refuses at once when too many wait already. */
  async take<T>(work: () => Promise<T>): Promise<Result<T, { code: "busy" }>> {
    if (this.#running >= this.#atOnce) {
      if (this.#queue.length >= this.#waiting) return refuse({ code: "busy" });
      // Whoever ends hands its place over, so `running` does not move in between.
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return ok(await work());
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#running -= 1;
      else next();
    }
  }
}
