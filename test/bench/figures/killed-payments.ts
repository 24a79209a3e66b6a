import type { Bench } from "../figure.ts";
import { killedPayments, type KilledPayments } from "../payments/killed-payments.ts";
import type { PayingTown } from "../payments/paying-town.ts";

const PAYMENTS = 10_000;
const AT_ONCE = 48;
/** After so many people reached PayFiP's page, everything but PayFiP is killed. */
const KILLS = [400, 1400, 2400, 3400, 4400, 5400, 6400, 7400, 8400, 9400];
const TOWN: PayingTown = { schema: "a_000000000051", host: "localhost", households: 2_000, months: 8 };

/** 10,000 people pay with every fault switched on, while program and database are killed ten times. */
export const paymentsKilled: Bench = {
  names: ["payments_lost", "payments_doubled", "ledger_difference_cents"],
  async measure({ folder, say }) {
    const run = await killedPayments({
      folder,
      town: TOWN,
      payments: PAYMENTS,
      atOnce: AT_ONCE,
      kills: KILLS,
      byTheJob: true,
      say,
    });
    const { books } = run;
    const flaws = flawsOf(run);
    const facts = {
      payers: run.reached,
      kills: run.kills,
      attempts: books.attempts,
      paid: books.paid,
      paid_cents: books.paidCents,
      states: books.states,
      look_ups: books.lookUps,
      recoveries_ms: run.recoveriesMs,
      storm_s: Math.round(run.stormS),
      settled_s: Math.round(run.settledS),
    };
    return {
      payments_lost: { value: books.lost.length, facts, flaws },
      payments_doubled: { value: books.doubled.length, facts: {}, flaws },
      ledger_difference_cents: { value: books.differenceCents, facts: {}, flaws },
    };
  },
};

function flawsOf({ books, reached, strange }: KilledPayments): string[] {
  const kinds = Map.groupBy(strange, (what) => what);
  return [
    ...[...kinds].map(([what, all]) => `${all.length} × ${what}`),
    ...(reached >= PAYMENTS ? [] : [`Only ${reached} people reached PayFiP’s page`]),
    ...(books.paid > reached / 2 ? [] : [`Only ${books.paid} payments`]),
    ...(books.held === 0 ? [] : [`${books.held} documents are held still`]),
    ...(books.anomalies === 0 ? [] : [`${books.anomalies} answers differ`]),
  ];
}
