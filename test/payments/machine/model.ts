import { expect } from "vitest";

import type { Opened } from "../scripted-gateway.ts";
import type { PaidAccounts } from "./paid-accounts.ts";

/** What an attempt is to whoever looks from outside. */
export interface KnownAttempt {
  readonly opened: Opened;
  readonly account: number;
  readonly at: Temporal.Instant;
  readonly documents: readonly string[];
  /** Given back and rejected, as the agents were told. */
  refunded: number;
  reversed: boolean;
  /** Settled as a payment by an agent, though it was not what was asked. */
  recorded: boolean;
}

/**
 * The simplest account of everything: what was billed, what the service says was paid, and what agents were told they
 * did. No state of an attempt, no allocation, no lock.
 */
export class Model {
  /** By account: what does not come through the service. */
  readonly settled: number[];
  readonly attempts: KnownAttempt[] = [];
  serviceDown = false;
  /** Places that a family was told it gave back. */
  readonly givenBack = new Set<string>();
  constructor(accounts: number) {
    this.settled = Array.from({ length: accounts }, () => 0);
  }

  /** Adds to what an account owes. */
  owe(account: number, cents: number): void {
    this.settled[account] = (this.settled[account] ?? 0) + cents;
  }

  noteGivenBack(household: string, slot: string): void {
    this.givenBack.add(`${household} ${slot}`);
  }

  gaveBack(household: string, slot: string): boolean {
    return this.givenBack.has(`${household} ${slot}`);
  }

  /** What the service took, if it did, in the amount that it says. */
  paidThere({ opened: { end, order, changed } }: KnownAttempt): number {
    return end === "paid" ? (changed.amount ?? order.amount) : 0;
  }

  /** What may be in the ledger of it: what was paid as asked, or what an agent recorded. */
  due(attempt: KnownAttempt): number {
    const differs = attempt.opened.changed.amount !== undefined;
    return differs && !attempt.recorded ? 0 : this.paidThere(attempt);
  }
}

/** Compares all accounts and attempts with the model; `last`: nothing is under way any more. */
export async function agree(model: Model, real: PaidAccounts, last = false): Promise<void> {
  const written = await real.attempts();
  const expected = [...model.settled];
  for (const attempt of model.attempts) {
    const row = written.get(attempt.opened.order.refdet);
    if (row === undefined) throw new Error("An attempt that the service knows is not known here");
    const due = model.due(attempt);
    const told = { ...row, end: attempt.opened.end };
    expect(row.payments, JSON.stringify(told)).toBe(row.entries);
    expect(row.cents, JSON.stringify(told)).toBe(row.posted);
    expect([0, due], JSON.stringify(told)).toContain(row.posted);
    expect(row.payments).toBe(row.posted > 0 ? 1 : 0);
    if (last) {
      expect(row.posted, JSON.stringify(told)).toBe(due);
      expect(row.live, JSON.stringify(told)).toBe(0);
      if (due > 0) expect(row.state).toBe("paid");
    }
    expected[attempt.account] =
      (expected[attempt.account] ?? 0) - row.posted + attempt.refunded + (attempt.reversed ? row.posted : 0);
  }
  expect(await real.balances()).toEqual(expected);
}
