import { parisDate } from "#kernel";

import type { SimulatedAttempt, SimulatedOrder, SimulatedResult } from "./attempt.ts";
import { type AttemptFile, NO_FILE } from "./attempt-file.ts";
import { idOpMaker } from "./id-op.ts";

const MINUTES_TO_OPEN = 15;

/** Why the payment page does not open, or does not take another answer. */
export type PageRefusal = "P1" | "P3" | "P4";

/** Every operation that the service knows: what a payment can become, and what a night takes away. */
export class AttemptBook {
  readonly #attempts = new Map<string, SimulatedAttempt>();
  readonly #makeIdOp = idOpMaker();
  readonly #clock: () => Temporal.Instant;
  readonly #file: AttemptFile;

  constructor(clock: () => Temporal.Instant, file: AttemptFile = NO_FILE) {
    this.#clock = clock;
    this.#file = file;
    for (const attempt of file.read()) this.#attempts.set(attempt.idOp, attempt);
  }

  create(order: SimulatedOrder): SimulatedAttempt {
    const now = this.#clock();
    return this.#keep({
      ...order,
      idOp: this.#makeIdOp(now),
      createdAt: now.toString(),
      openedAt: null,
      result: null,
    });
  }

  /** What is known of an operation; one that nobody paid is gone the night after. */
  find(idOp: string): SimulatedAttempt | undefined {
    const attempt = this.#attempts.get(idOp);
    if (attempt === undefined || !this.#isGone(attempt)) return attempt;
    this.#attempts.delete(idOp);
    return undefined;
  }

  /** The payer's browser asks for the page: once, within fifteen minutes. */
  open(idOp: string): SimulatedAttempt | PageRefusal {
    const attempt = this.find(idOp);
    if (attempt === undefined) return "P1";
    if (attempt.openedAt !== null) return "P3";
    const now = this.#clock();
    const until = Temporal.Instant.from(attempt.createdAt).add({ minutes: MINUTES_TO_OPEN });
    if (Temporal.Instant.compare(now, until) > 0) return "P4";
    return this.#keep({ ...attempt, openedAt: now.toString() });
  }

  /** What the payer did on an open page. It may be long after the fifteen minutes: the page stays open. */
  settle(idOp: string, resultrans: SimulatedResult): SimulatedAttempt | PageRefusal {
    const attempt = this.find(idOp);
    if (attempt === undefined) return "P1";
    if (attempt.openedAt === null || attempt.result !== null) return "P3";
    const result = { resultrans, at: this.#clock().toString(), numauto: numautoOf(idOp, resultrans) };
    return this.#keep({ ...attempt, result });
  }

  /** What was paid on a day of Paris, for the report of that day. */
  paidOn(day: Temporal.PlainDate, numcli: string): SimulatedAttempt[] {
    return this.all().filter(
      (attempt) =>
        isPaid(attempt) &&
        attempt.numcli === numcli &&
        attempt.result !== null &&
        parisDate(Temporal.Instant.from(attempt.result.at)).equals(day),
    );
  }

  /** All that is still known, the oldest first. */
  all(): SimulatedAttempt[] {
    return [...this.#attempts.values()].filter((attempt) => !this.#isGone(attempt));
  }

  /** Does now what the night does. */
  purge(): void {
    for (const attempt of this.#attempts.values()) {
      if (!reachedProvider(attempt)) this.#attempts.delete(attempt.idOp);
    }
    this.#file.replace([...this.#attempts.values()]);
  }

  #isGone(attempt: SimulatedAttempt): boolean {
    const created = parisDate(Temporal.Instant.from(attempt.createdAt));
    return !reachedProvider(attempt) && Temporal.PlainDate.compare(created, parisDate(this.#clock())) < 0;
  }

  #keep(attempt: SimulatedAttempt): SimulatedAttempt {
    this.#attempts.set(attempt.idOp, attempt);
    this.#file.add(attempt);
    return attempt;
  }
}

/** Paid by card, or by an accepted debit. */
function isPaid({ result }: SimulatedAttempt): boolean {
  return result !== null && (result.resultrans === "P" || result.resultrans === "V");
}

/** A payment that was tried stays known for a year, one that was never tried or given up does not. */
function reachedProvider({ result }: SimulatedAttempt): boolean {
  return result !== null && result.resultrans !== "A";
}

/** Six characters for a card, sixteen for a debit, none when nothing was paid. */
function numautoOf(idOp: string, resultrans: SimulatedResult): string {
  const characters = idOp.replaceAll("-", "").toUpperCase();
  if (resultrans === "P") return characters.slice(0, 6);
  return resultrans === "V" ? characters.slice(0, 16) : "";
}
