import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { basketTown, type BasketTown } from "../../../test/payments/basket-town.ts";
import { agreePlaces } from "../../../test/payments/machine/agree-places.ts";
import { stories } from "../../../test/payments/machine/commands.ts";
import { agree, Model } from "../../../test/payments/machine/model.ts";
import { PaidAccounts } from "../../../test/payments/machine/paid-accounts.ts";
import { pollAttempts } from "./poll.ts";

/**
 * Attempts, notifications, returns, look-ups, polls, money paid at a desk, claims handed over, refunds, rejections and
 * differences settled, places kept until they are paid, given back, released by the clock, of three payers, in any order
 * and up to eight at the same moment, against the simplest model there is: what the service says was paid, and what agents
 * and families were told they did. The bench runs more of them.
 */
const STORIES = Number(process.env["PAYMENT_STORIES"] ?? 12);

let at: BasketTown;
beforeAll(async () => {
  at = await basketTown();
}, 60_000);
afterAll(() => at.paying.town.close());

let day = 0;

test(
  "whatever happens, in any order and at once: no payment is lost, none is doubled, every cent is told",
  async () => {
    const seen = { paid: 0, givenBack: 0, rejected: 0, recorded: 0, booked: 0, bookedLate: 0, notHad: 0 };
    await fc.assert(
      fc.asyncProperty(stories, async (story) => {
        // The places of a story are of two days.
        day += 2;
        const real = await PaidAccounts.open(
          at,
          Temporal.Instant.from("2026-11-12T08:00:00Z").add({ hours: 24 * day }),
        );
        const model = new Model(real.accounts.length);
        for (const [index, account] of real.accounts.entries())
          for (const amount of [3000, 2000]) {
            await real.bill(account, amount);
            model.owe(index, amount);
          }
        await fc.asyncModelRun(() => ({ model, real }), story);
        await night(real);
        await agree(model, real, true);
        await agreePlaces(model, real, { before: undefined, last: true });
        for (const { outcome, late } of (await real.places.now()).paid) {
          if (outcome === "booked") seen.booked += 1;
          if (late) seen.bookedLate += 1;
          if (outcome !== null && outcome !== "booked") seen.notHad += 1;
        }
        for (const attempt of model.attempts) {
          if (model.due(attempt) > 0) seen.paid += 1;
          if (attempt.refunded > 0) seen.givenBack += 1;
          if (attempt.reversed) seen.rejected += 1;
          if (attempt.recorded) seen.recorded += 1;
        }
      }),
      { numRuns: STORIES },
    );
    expect(seen.paid).toBeGreaterThan(STORIES / 2);
    expect(seen.booked).toBeGreaterThan(STORIES / 4);
    expect(seen.bookedLate).toBeGreaterThan(0);
  },
  60_000 + STORIES * 1000,
);

/** The service answers again, has forgotten what nobody paid, and is asked about everything. */
async function night(real: PaidAccounts): Promise<void> {
  real.paying.gateway.fault = null;
  for (const opened of real.opened()) if (opened.end === "waiting") opened.end = "gone";
  for (const minutes of [45, 70, 70]) {
    real.now = real.now.add({ minutes });
    await pollAttempts(real.context(), real.gateway);
    await real.places.clock(real.now);
  }
}
