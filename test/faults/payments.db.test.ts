import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { killedPayments } from "../bench/payments/killed-payments.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preau-payments-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("what PayFiP took is in the ledger once, to the cent, whatever fails there and whenever everything is killed here", async () => {
  const payments = 160;
  const run = await killedPayments({
    folder,
    town: { schema: "a_000000000051", host: "localhost", households: 60, months: 4 },
    payments,
    atOnce: 24,
    kills: [60],
    byTheJob: false,
    // Each silence of the service is waited for during 15 s: those of the bench.
    rates: { silent: 0, lost: 0.3 },
    say: () => undefined,
  });
  expect(run.recoveriesMs).toHaveLength(1);
  expect(run.reached).toBeGreaterThanOrEqual(payments);
  expect(run.books).toMatchObject({ lost: [], doubled: [], differenceCents: 0, held: 0, anomalies: 0 });
  expect(run.books.paid).toBeGreaterThan(payments / 2);
  expect(run.strange).toEqual([]);
}, 150_000);
