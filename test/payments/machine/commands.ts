import fc from "fast-check";
import { expect } from "vitest";

import { postEntry } from "#billing";
import { cents, parseId, type Id } from "#kernel";

import { settleAnomaly } from "../../../src/payments/anomalies/anomalies.ts";
import { takeNotification } from "../../../src/payments/attempts/hints.ts";
import { lookUp } from "../../../src/payments/attempts/look-up.ts";
import { pollAttempts } from "../../../src/payments/attempts/poll.ts";
import { recordRefund, recordReversal } from "../../../src/payments/received/refund.ts";
import { newId } from "../../builders/canteen.ts";
import type { Opened } from "../scripted-gateway.ts";
import { always, comeBack, toOne, type Act } from "./act.ts";
import { agreePlaces } from "./agree-places.ts";
import { basketAct, lapsedPayment } from "./basket-acts.ts";
import { agree, type KnownAttempt, type Model } from "./model.ts";
import type { PaidAccounts } from "./paid-accounts.ts";

type Command = fc.AsyncCommand<Model, PaidAccounts>;

/** One act, or several at the same moment, a while after what came before; then everything is compared. */
function command(minutes: number, acts: readonly Act[]): Command {
  return {
    check: (model) => acts.some((act) => act.possible(model)),
    async run(model, real) {
      real.now = real.now.add({ minutes });
      const possible = acts.filter((act) => act.possible(model));
      const before = possible.length === 1 ? await real.places.now() : undefined;
      await Promise.all(possible.map((act) => act.do(model, real, possible.length === 1)));
      await agree(model, real);
      await agreePlaces(model, real, { before, last: false });
    },
    toString: () => `${minutes} min: ${acts.map(({ told }) => told).join(" | ")}`,
  };
}

const waits = ({ opened }: KnownAttempt) => opened.end === "waiting";
const wasPaid = ({ opened }: KnownAttempt) => opened.end === "paid";
const differs = ({ opened }: KnownAttempt) => opened.changed.amount !== undefined;

const open = (account: number, pick: number, part: number, then: "stops" | "pays" | "comes back"): Act => ({
  told: `open(${account}, ${pick}, ${part}) and ${then}`,
  possible: always,
  async do(model, real, alone) {
    const of = real.accounts[account];
    if (of === undefined) return;
    const owed = await real.owed(of);
    const chosen = pick === 0 ? owed : owed.slice(pick - 1, pick);
    if (chosen.length === 0) return;
    const documents = chosen.map(({ id }) => id);
    const held = model.attempts.some(
      (one) =>
        one.opened.end === "waiting" &&
        real.now.since(one.at).total("minutes") < 20 &&
        one.documents.some((id) => documents.some((asked) => asked === id)),
    );
    const shown = chosen.map(({ id, open: left }) => ({ invoice: id, shown: left }));
    const sent = await real.send(of, shown, part < 100 ? null : cents(part));
    if (alone && held) expect(sent.ok, "a document is held").toBe(false);
    if (alone && model.serviceDown) expect(sent.ok, "the service is down").toBe(false);
    if (!sent.ok) return;
    const opened = real.opened().find(({ reference }) => sent.value.pageUrl.endsWith(reference));
    if (opened === undefined) throw new Error("A page that the service never opened");
    const at = real.now;
    const kept = documents.filter((_, index) => part < 100 || index === 0);
    if (then !== "stops") opened.end = "paid";
    model.attempts.push({
      ...{ opened, account, at, documents: kept },
      ...{ refunded: 0, reversed: false, recorded: false },
    });
    if (then === "comes back") await comeBack(model.attempts.length - 1).do(model, real, alone);
  },
});

const end = (pick: number, how: Opened["end"], changed: boolean) =>
  toOne(`${how}${changed ? "+1" : ""}`, pick, waits, ({ opened }) => {
    opened.end = how;
    if (changed && how === "paid") opened.changed = { amount: cents(opened.order.amount + 1) };
  });

async function idOf(real: PaidAccounts, { opened }: KnownAttempt): Promise<Id<"attempt">> {
  const row = (await real.attempts()).get(opened.order.refdet);
  if (row === undefined) throw new Error("An attempt that the service knows is not known here");
  return row.id;
}

const notify = (pick: number) =>
  toOne("notify", pick, always, async (one, _model, real) => {
    await takeNotification({ ...real.context(), address: "192.0.2.1" }, one.opened.reference);
    await lookUp(real.context(), real.gateway, { attempt: await idOf(real, one), cause: "notification" });
  });

const check = (pick: number) =>
  toOne("look up", pick, always, async (one, model, real, alone) => {
    const state = await lookUp(real.context(), real.gateway, {
      attempt: await idOf(real, one),
      cause: "family",
    });
    if (alone && !model.serviceDown && one.opened.end === "paid")
      expect(state).toBe(one.opened.changed.amount === undefined || one.recorded ? "paid" : state);
  });

const refund = (pick: number, amount: number) =>
  toOne(`refund ${amount}`, pick, wasPaid, async (one, _model, real, alone) => {
    const row = (await real.attempts()).get(one.opened.order.refdet);
    if (row === undefined || row.payments === 0) return;
    const favour = 0 - ((await real.balances())[one.account] ?? 0);
    const most = one.reversed ? 0 : Math.min(favour, row.posted - one.refunded);
    const given = { id: newId<"refund">(), payment: paymentOf(row.id), cents: cents(amount) };
    // The form sent twice gives back once.
    const [sent] = await Promise.all(
      [1, 2].map(() => recordRefund(real.agent(), { ...given, means: "transfer", reason: "Essai" })),
    );
    if (sent?.ok === true) one.refunded += amount;
    if (alone) expect(sent?.ok, `${amount} of ${most}`).toBe(amount <= most);
  });

const reject = (pick: number) =>
  toOne("reject", pick, wasPaid, async (one, _model, real) => {
    const row = (await real.attempts()).get(one.opened.order.refdet);
    if (row === undefined || row.payments === 0) return;
    const day = real.now.toZonedDateTimeISO("Europe/Paris").toPlainDate();
    const told = { id: newId<"reversal">(), payment: paymentOf(row.id), day, reason: "Essai" };
    const done = await recordReversal(real.agent(), told);
    expect(done.ok).toBe(true);
    one.reversed = true;
  });

const settle = (pick: number, outcome: "recorded" | "set_aside") =>
  toOne(outcome, pick, differs, async (one, _model, real) => {
    const anomaly = (await real.attempts()).get(one.opened.order.refdet)?.anomaly;
    if (anomaly === undefined || anomaly === null) return;
    await settleAnomaly(real.agent(), { anomaly, outcome, why: "Essai" });
    const row = (await real.attempts()).get(one.opened.order.refdet);
    // Settled before, it stays as it was settled first.
    one.recorded = row?.state === "paid";
  });

/** The payment of an attempt bears its id. */
function paymentOf(attempt: Id<"attempt">): Id<"payment"> {
  const id = parseId<"payment">(attempt);
  if (id === undefined) throw new Error("no id");
  return id;
}

const post = (account: number, amount: number, kind: "payment" | "transfer" | "write_off"): Act => ({
  told: `${kind}(${account}, ${amount})`,
  possible: always,
  async do(model, real) {
    const payer = real.accounts[account];
    if (payer === undefined) return;
    const day = real.now.toZonedDateTimeISO("Europe/Paris").toPlainDate();
    const entry = { payer, kind, cents: cents(amount), day, sourceId: newId<"claim">(), at: real.now };
    const posted = await real.paying.town.database.write(async (writes) => [
      await postEntry(writes, entry),
      await postEntry(writes, entry),
    ]);
    expect(posted).toEqual([true, false]);
    model.owe(account, 0 - amount);
  },
});

const bill = (account: number, amount: number): Act => ({
  told: `bill(${account}, ${amount})`,
  possible: always,
  async do(model, real) {
    const payer = real.accounts[account];
    if (payer === undefined) return;
    await real.bill(payer, amount);
    model.owe(account, amount);
  },
});

const poll: Act = {
  told: "poll",
  possible: always,
  do: (_model, real) => pollAttempts(real.context(), real.gateway),
};

const service = (down: boolean): Act => ({
  told: down ? "service breaks" : "service mends",
  possible: ({ serviceDown }) => serviceDown !== down,
  async do(model, real) {
    model.serviceDown = down;
    real.paying.gateway.fault = down
      ? { code: "unavailable", reason: "HTTP 502", retryAfterMinutes: 30 }
      : null;
  },
});

const then = fc.constantFrom<("stops" | "pays" | "comes back")[]>(
  "stops",
  "pays",
  "comes back",
  "comes back",
);
const pick = fc.nat(5);
const account = fc.nat(2);
const amount = fc.integer({ min: 1, max: 1500 });
const posted = fc.integer({ min: 1, max: 8000 });

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(account, fc.nat(3), fc.nat(3000), then).map((of) => open(...of)) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        pick,
        fc.constantFrom<Opened["end"][]>("paid", "paid", "paid", "paid", "refused", "abandoned", "gone"),
        fc.constantFrom(false, false, false, true),
      )
      .map((of) => end(...of)),
  },
  { weight: 4, arbitrary: fc.oneof(pick.map(notify), pick.map(comeBack), pick.map(check)) },
  { weight: 2, arbitrary: fc.constant(poll) },
  {
    weight: 4,
    arbitrary: fc.oneof(
      fc.tuple(pick, amount).map((of) => refund(...of)),
      pick.map(reject),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(pick, fc.constantFrom<("recorded" | "set_aside")[]>("recorded", "set_aside"))
      .map((of) => settle(...of)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        account,
        posted,
        fc.constantFrom<("payment" | "transfer" | "write_off")[]>("payment", "transfer", "write_off"),
      )
      .map((of) => post(...of)),
  },
  { weight: 1, arbitrary: fc.tuple(account, fc.integer({ min: 100, max: 9000 })).map((of) => bill(...of)) },
  { weight: 1, arbitrary: fc.boolean().map(service) },
  { weight: 14, arbitrary: basketAct },
);

const minutes = fc.oneof(
  { weight: 3, arbitrary: fc.nat(4) },
  { weight: 1, arbitrary: fc.integer({ min: 5, max: 45 }) },
);

/** Stories: one act after the other, and several at the same moment, in any order. */
export const stories = fc.commands(
  [
    fc.tuple(minutes, act).map(([after, one]) => command(after, [one])),
    fc.tuple(minutes, act).map(([after, one]) => command(after, [one])),
    fc
      .tuple(minutes, fc.array(act, { minLength: 2, maxLength: 8 }))
      .map(([after, together]) => command(after, together)),
    lapsedPayment.map((lapsed): Command => ({
      check: ({ serviceDown }) => !serviceDown,
      async run(model, real) {
        await lapsed.do(model, real);
        await agree(model, real);
        await agreePlaces(model, real, { before: undefined, last: false });
      },
      toString: () => lapsed.told,
    })),
  ],
  { size: "max", maxCommands: 30 },
);
