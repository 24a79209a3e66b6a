import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import { postEntry } from "#billing";
import { cents, type Id } from "#kernel";
import { newId } from "../../../test/builders/canteen.ts";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import type { Opened } from "../../../test/payments/scripted-gateway.ts";
import { recordRefund, recordReversal } from "../received/refund.ts";
import { takeNotification } from "./hints.ts";
import { lookUp } from "./look-up.ts";
import { pollAttempts } from "./poll.ts";

/**
 * Attempts, notifications, returns, look-ups, polls, money paid at a desk, refunds and rejections, in any order and as
 * many at once as a batch holds, against the simplest model there is: what the service says was paid.
 */
let paying: PayingTown;
beforeAll(async () => {
  paying = await payingTown();
}, 60_000);
afterAll(() => paying.town.close());

type Act =
  | { act: "open"; pick: number; part: number }
  | { act: "end"; pick: number; end: "paid" | "refused" | "abandoned" | "gone"; changed: boolean }
  | { act: "notify"; pick: number }
  | { act: "return"; pick: number }
  | { act: "poll" }
  | { act: "break" }
  | { act: "mend" }
  | { act: "desk"; amount: number }
  | { act: "refund"; pick: number; amount: number }
  | { act: "bounce"; pick: number; amount: number };

const pick = fc.nat(9);
const amount = fc.integer({ min: 1, max: 2000 });
const kindOf = <Kind extends string>(...kinds: readonly Kind[]) => fc.constantFrom(...kinds);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: kindOf("open"), pick: fc.nat(3), part: fc.nat(4000) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: kindOf("end"),
      pick,
      end: kindOf("paid", "paid", "paid", "refused", "abandoned", "gone"),
      changed: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 4, arbitrary: fc.record({ act: kindOf("notify", "return"), pick }) },
  { weight: 3, arbitrary: fc.record({ act: kindOf("poll", "poll", "mend", "break") }) },
  { weight: 1, arbitrary: fc.record({ act: kindOf("desk"), amount }) },
  { weight: 2, arbitrary: fc.record({ act: kindOf("refund", "bounce"), pick, amount }) },
);
const story = fc.array(
  fc.record({ minutes: fc.integer({ min: 0, max: 45 }), acts: fc.array(act, { maxLength: 8 }) }),
  {
    minLength: 3,
    maxLength: 12,
  },
);

let day = 0;

class Story {
  readonly #start: Temporal.Instant;
  readonly #first = paying.gateway.opened.length;
  now: Temporal.Instant;
  constructor() {
    day += 30;
    this.#start = Temporal.Instant.from("2026-11-12T08:00:00Z").add({ hours: 24 * day });
    this.now = this.#start;
  }

  attempts = (): readonly Opened[] => paying.gateway.opened.slice(this.#first);
  context = () => ({ database: paying.town.database, authority: paying.town.authority, now: this.now });
  gateway = () => paying.gateway;

  async do(one: Act): Promise<void> {
    if (one.act === "open") return this.#open(one);
    if (one.act === "poll") return pollAttempts(this.context(), this.gateway);
    if (one.act === "break" || one.act === "mend") {
      const fault = { code: "unavailable" as const, reason: "HTTP 502", retryAfterMinutes: 30 };
      paying.gateway.fault = one.act === "break" ? fault : null;
      return;
    }
    if (one.act === "desk") {
      const sourceId = newId<"payment">();
      const day = Temporal.PlainDate.from("2026-12-01");
      const entry = {
        payer: paying.payer,
        kind: "payment" as const,
        cents: cents(one.amount),
        day,
        sourceId,
      };
      await paying.town.database.write((writes) => postEntry(writes, { ...entry, at: this.now }));
      return;
    }
    const attempts = this.attempts();
    const attempt = attempts[one.pick % Math.max(1, attempts.length)];
    if (attempt === undefined) return;
    if (one.act === "end") {
      if (attempt.end !== "waiting") return;
      attempt.end = one.end;
      if (one.changed) attempt.changed = { amount: cents(attempt.order.amount + 1) };
      return;
    }
    const id = await idOf(attempt);
    if (one.act === "notify") {
      await takeNotification({ ...this.context(), address: "192.0.2.1" }, attempt.reference);
      await lookUp(this.context(), this.gateway, { attempt: id, cause: "notification" });
    } else if (one.act === "return")
      await lookUp(this.context(), this.gateway, { attempt: id, cause: "return" });
    else await this.#undo(one, id);
  }

  async #open({ pick, part }: { pick: number; part: number }): Promise<void> {
    const owed = await paying.owed();
    const chosen = pick === 0 ? owed : owed.slice(pick - 1, pick);
    if (chosen.length === 0) return;
    const order = await paying.order({ chosen, part: part < 100 ? null : cents(part) });
    await paying.open(order, this.now);
  }

  async #undo(one: Extract<Act, { act: "refund" | "bounce" }>, attempt: Id<"attempt">): Promise<void> {
    const found = await paying.town.database.read((reads) =>
      reads.row<{ id: Id<"payment"> }>("test_payment_of", "select id from payment where attempt_id = $1", [
        attempt,
      ]),
    );
    if (found === undefined) return;
    const agent = { ...paying.agent(), now: this.now };
    const reason = "Essai";
    const about = { payment: found.id, reason };
    if (one.act === "refund")
      await recordRefund(agent, { ...about, id: newId(), cents: cents(one.amount), means: "transfer" });
    else await recordReversal(agent, { ...about, id: newId(), day: Temporal.PlainDate.from("2026-12-20") });
  }
}

async function idOf(attempt: Opened): Promise<Id<"attempt">> {
  const row = await paying.town.database.read((reads) =>
    reads.row<{ id: Id<"attempt"> }>("test_attempt_of", "select id from payment_attempt where refdet = $1", [
      attempt.order.refdet,
    ]),
  );
  if (row === undefined) throw new Error("An attempt that the service knows is not known here");
  return row.id;
}

/** What the tables say of an attempt, and of all accounts. */
async function written(refdet: string) {
  return paying.town.database.read((reads) =>
    reads.row<{
      state: string;
      payments: number;
      cents: number;
      anomalies: number;
      live: number;
      entries: number;
    }>(
      "test_written",
      `select a.state, (select count(*) from payment p where p.attempt_id = a.id) as payments,
              (select coalesce(sum(amount_cents), 0)::integer from payment p where p.attempt_id = a.id) as cents,
              (select count(*) from payment_anomaly x where x.attempt_id = a.id) as anomalies,
              (select count(*) from attempt_debt d where d.attempt_id = a.id and d.live) as live,
              (select count(*) from ledger_entry e where e.kind = 'payment' and e.source_id = a.id) as entries
       from payment_attempt a where a.refdet = $1`,
      [refdet],
    ),
  );
}

/** Cents by which the account differs from what was issued, paid, given back and rejected. */
async function difference(): Promise<number> {
  const row = await paying.town.database.read((reads) =>
    reads.row<{ difference: number }>(
      "test_difference",
      `select ((select coalesce(sum(amount_cents), 0) from ledger_entry where household_id = $1)
               - (select coalesce(sum(total_cents), 0) from invoice where household_id = $1)
               + (select coalesce(sum(amount_cents), 0) from payment where household_id = $1)
               - (select coalesce(sum(r.amount_cents), 0) from refund r join payment p on p.id = r.payment_id)
               - (select coalesce(sum(p.amount_cents), 0)
                  from payment_reversal b join payment p on p.id = b.payment_id)
               - (select coalesce(sum(amount_cents), 0) from ledger_entry
                  where kind = 'payment' and source_id not in (select id from payment)))::integer as difference`,
      [paying.home.id],
    ),
  );
  return row?.difference ?? Number.NaN;
}

test("whatever happens, in any order and at once: no payment is lost, none is doubled, every cent is told", async () => {
  let payments = 0;
  let months = 0;
  await fc.assert(
    fc.asyncProperty(story, async (batches) => {
      months += 1;
      await paying.bill(Temporal.PlainYearMonth.from("1990-01").add({ months }).toString(), 5000);
      const told = new Story();
      for (const { minutes, acts } of batches) {
        told.now = told.now.add({ minutes });
        await Promise.all(acts.map((one) => told.do(one)));
        expect(await difference()).toBe(0);
      }
      // The night: the service answers again, and is asked about everything.
      paying.gateway.fault = null;
      for (const minutes of [45, 70, 70]) {
        told.now = told.now.add({ minutes });
        await pollAttempts(told.context(), told.gateway);
      }
      for (const attempt of told.attempts()) {
        const now = await written(attempt.order.refdet);
        const { end, order, changed } = attempt;
        const differs = changed.amount !== undefined && end !== "gone" && end !== "waiting";
        const paid = end === "paid" && !differs;
        expect(now, `${end} ${differs}`).toMatchObject({
          payments: paid ? 1 : 0,
          entries: paid ? 1 : 0,
          cents: paid ? order.amount : 0,
          live: 0,
        });
        payments += paid ? 1 : 0;
        if (paid) expect(now?.state).toBe("paid");
        if (differs) expect(now).toMatchObject({ state: "differing", anomalies: 1 });
      }
      expect(await difference()).toBe(0);
    }),
    { numRuns: 60, interruptAfterTimeLimit: 60_000 },
  );
  expect(payments).toBeGreaterThan(5);
}, 120_000);
