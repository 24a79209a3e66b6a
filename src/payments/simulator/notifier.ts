import type { SimulatedAttempt } from "./attempt.ts";
import type { Faults } from "./faults.ts";

const LONGEST_MS = 5_000;

/** Tells an authority that something happened: one POST with one parameter, neither result nor signature, no second try. */
export class Notifier {
  readonly #faults: Faults;
  readonly #late = new Set<NodeJS.Timeout>();

  constructor(faults: Faults) {
    this.#faults = faults;
  }

  /** Resolves when the payer may be sent back: usually once the notification was answered. */
  async tell({ urlnotif, idOp, refdet }: SimulatedAttempt): Promise<void> {
    if (this.#faults.strikes("lost", refdet)) return;
    const name = this.#faults.strikes("idOpSpelling", refdet) ? "idOp" : "idop";
    const times = this.#faults.strikes("doubled", refdet) ? 2 : 1;
    const send = async () => {
      await Promise.all(Array.from({ length: times }, async () => post(urlnotif, name, idOp)));
    };
    if (this.#faults.strikes("late", refdet)) return this.#later(send);
    const sent = send();
    if (!this.#faults.strikes("withReturn", refdet)) await sent;
  }

  /** Late notifications that did not leave yet are lost, as a service that stops loses them. */
  close(): void {
    for (const timer of this.#late) clearTimeout(timer);
  }

  #later(send: () => Promise<void>): void {
    const timer = setTimeout(() => {
      this.#late.delete(timer);
      void send();
    }, this.#faults.plan.lateMs);
    this.#late.add(timer);
  }
}

/** What the other side answers changes nothing: the service does not try again. */
async function post(address: string, name: string, idOp: string): Promise<void> {
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: new URLSearchParams({ [name]: idOp }),
      redirect: "manual",
      signal: AbortSignal.timeout(LONGEST_MS),
    });
    await answer.body?.cancel();
  } catch {
    // Nobody there, or too slow.
  }
}
