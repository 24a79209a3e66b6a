import { afterAll, beforeAll, expect, test } from "vitest";

import { balanceOn } from "#billing";
import { cents, type Id } from "#kernel";
import { newId } from "../../../test/builders/canteen.ts";
import { payingTown, type PayingTown } from "../../../test/payments/paying-town.ts";
import type { Opened } from "../../../test/payments/scripted-gateway.ts";
import { differencesOf, differencesWaiting, settleDifference } from "../anomalies/report-differences.ts";
import { lookUp } from "../attempts/look-up.ts";
import { pollAttempts } from "../attempts/poll.ts";
import { absencesJob } from "./absences-job.ts";
import { missingDays } from "./absences.ts";
import { reconcileReport } from "./reconcile-report.ts";
import { reportedDays } from "./report-figures.ts";
import { reportById } from "./report.ts";
import { takeReport } from "./take-report.ts";

let paying: PayingTown;
/** Three payments of Claire's on 12 November, one of which nothing is known yet, and one refused. */
let paid: Opened, second: Opened, late: Opened, refused: Opened;
const ids = new Map<string, Id<"attempt">>();
const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
/** The next morning: the day that the report is of is over. */
const morning = Temporal.Instant.from("2026-11-13T07:00:00Z");

beforeAll(async () => {
  paying = await payingTown();
  [paid, second, late, refused] = [
    await pay(0, "paid"),
    await pay(60, "paid"),
    await pay(120, "waiting"),
    await pay(180, "refused"),
  ];
}, 60_000);
afterAll(() => paying.town.close());

/** Pays 2,00 € of what is owed. */
async function pay(minutes: number, end: Opened["end"]): Promise<Opened> {
  const order = await paying.order({ part: cents(200) });
  const sent = await paying.open(order, start.add({ minutes }));
  if (!sent.ok) throw new Error(sent.refusal.code);
  const known = paying.gateway.last();
  known.end = end;
  ids.set(known.order.refdet, order.id);
  await lookUp(context(start.add({ minutes: minutes + 25 })), () => paying.gateway, {
    attempt: order.id,
    cause: "poll",
  });
  return known;
}

const context = (now: Temporal.Instant) => ({ ...paying.agent(), now });
const agent = (minutes = 0) => ({ ...paying.agent(), now: morning.add({ minutes }) });
const balance = () =>
  paying.town.database.read((reads) => balanceOn(reads, paying.payer, Temporal.PlainDate.from("2030-01-01")));

type Row = readonly [refdet: string, amount: string, ...rest: string[]];
function file(
  rows: readonly Row[],
  { head = "EN-TETE;123456;12/11/2026", titles = "DATE;REFDET;MONTANT" } = {},
) {
  const total = rows.reduce((sum, [, amount]) => sum + (Number(amount.replace(",", "")) || 0), 0);
  const euros = `${Math.floor(total / 100)},${String(total % 100).padStart(2, "0")}`;
  const lines = rows.map(([refdet, amount, ...rest]) =>
    ["LIGNE", "12/11/2026", refdet, amount, ...rest].join(";"),
  );
  return [head, `LIGNE;${titles}`, ...lines, `PIED-DE-PAGE;${rows.length};${euros}`, ""].join("\r\n");
}

async function handIn(text: string, minutes = 0) {
  const id = newId<"report">();
  const taken = await takeReport(agent(minutes), {
    id,
    file: { name: "releve.csv", bytes: Buffer.from(text) },
  });
  if (!taken.ok) throw new Error(taken.refusal.code);
  await reconcileReport(agent(minutes), id);
  return id;
}

const outcomes = (report: Id<"report">) =>
  paying.town.database.read(async (reads) => {
    const rows = await reads.rows<{ outcome: string }>(
      "test_outcomes",
      "select outcome from payment_report_line where report_id = $1 order by line",
      [report],
    );
    return rows.map(({ outcome }) => outcome);
  });
const differences = (report: Id<"report">) =>
  paying.town.database.read((reads) => differencesOf(reads, report, 50));

test("each line is compared; what is not known here waits for an agent, and no account is touched", async () => {
  const before = await balance();
  const id = await handIn(
    file([
      [paid.order.refdet, "2,00"],
      [second.order.refdet, "20,00"],
      [late.order.refdet, "2,00"],
      ["202600000999900000001", "3,10"],
      [paid.order.refdet, "2,00"],
      ["?", "1,00"],
    ]),
  );
  expect(await outcomes(id)).toEqual(["agrees", "differs", "unfinished", "unknown", "twice", "unreadable"]);
  expect((await differences(id)).map(({ kind, here, there }) => [kind, here, there])).toEqual([
    ["differs", 200, 2000],
    ["unknown", null, 310],
    ["twice", 200, 200],
    ["unreadable", null, null],
  ]);
  expect((await differences(id))[0]?.differences).toEqual([{ field: "amount", asked: "200", came: "2000" }]);
  expect(await balance()).toBe(before);
  expect(await paying.town.database.read((reads) => reportById(reads, id))).toMatchObject({
    state: "compared",
    account: "123456",
  });
  // Run once more, as a job may be: nothing is counted again.
  await reconcileReport(agent(), id);
  expect(await outcomes(id)).toHaveLength(6);
});

test("the authority's own payment of activation is known as such: no family's, and nothing to settle", async () => {
  const own = newId<"activation">();
  await paying.town.database.write((writes) =>
    writes.run(
      "test_activation",
      `insert into activation_payment (id, setting_id, refdet, amount_cents, state, by_label, at)
       select $1, id, '202600000000000000077', 100, 'open', 'Hélène', $2 from gateway_setting limit 1`,
      [own, start.toString()],
    ),
  );
  const id = await handIn(file([["202600000000000000077", "1,00"]]), 2);
  expect(await outcomes(id)).toEqual(["activation"]);
  expect(await differences(id)).toEqual([]);
  const days = await paying.town.database.read((reads) =>
    reportedDays(reads, { report: id, account: "123456", count: 5 }),
  );
  // 2,00 € + 20,00 € + 2,00 € + 3,10 € + 2,00 € of the file before, and not the 1,00 €.
  expect(days).toMatchObject([{ there: 2910, thereCount: 5 }]);
  const other = await handIn(file([["202600000000000000077", "2,00"]]), 3);
  expect(await outcomes(other)).toEqual(["twice"]);
});

test("paid there and unfinished here: the look-up tells, and what it says is recorded once", async () => {
  const before = await balance();
  late.end = "paid";
  await pollAttempts(context(morning.add({ minutes: 1 })), () => paying.gateway);
  expect(await balance()).toBe(before - 200);
});

test("a report against the look-up: an agent decides, and what the report says may be recorded", async () => {
  const id = await handIn(file([[refused.order.refdet, "2,00"]]), 5);
  expect(await differences(id)).toEqual(
    // Three payments of the day are not in this file, but in the one before.
    [],
  );
  await pollAttempts(context(morning.add({ minutes: 6 })), () => paying.gateway);
  const [found] = await differences(id);
  expect(found).toMatchObject({ kind: "contradicted", there: 200, paid: false });
  if (found === undefined) throw new Error("no difference");
  const before = await balance();
  const settle = { difference: found.id, outcome: "recorded" as const, why: "Vu au compte de dépôt" };
  expect(
    await Promise.all([settleDifference(agent(7), settle), settleDifference(agent(7), settle)]),
  ).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await balance()).toBe(before - 200);
  expect(await differences(id)).toMatchObject([
    { outcome: "recorded", paid: true, settledBy: agent().actor.name },
  ]);
});

test("an unknown line is never recorded: it has no account", async () => {
  const waiting = await paying.town.database.read((reads) => differencesWaiting(reads, 50));
  const unknown = waiting.find(({ kind }) => kind === "unknown");
  if (unknown === undefined) throw new Error("none");
  const decide = { difference: unknown.id, why: "Payé à la médiathèque" };
  expect(await settleDifference(agent(), { ...decide, outcome: "recorded" })).toMatchObject({
    ok: false,
    refusal: { code: "not-recordable" },
  });
  expect(await settleDifference(agent(), { ...decide, outcome: "set_aside" })).toMatchObject({ ok: true });
});

test("the same file is refused with who brought it and when; two files that overlap count a line once", async () => {
  const text = file([
    [paid.order.refdet, "2,00"],
    ["202600000999900000002", "1,00"],
  ]);
  const first = await handIn(text, 10);
  expect(await outcomes(first)).toEqual(["repeated", "unknown"]);
  const again = await takeReport(agent(20), {
    id: newId<"report">(),
    file: { name: "autre-nom.csv", bytes: Buffer.from(text) },
  });
  expect(again).toMatchObject({
    ok: false,
    refusal: {
      code: "known",
      report: { id: first, by: agent().actor.name, at: morning.add({ minutes: 10 }) },
    },
  });
  // At the same instant, from two browsers: one is compared.
  const twin = file([
    ["202600000999900000002", "1,00"],
    ["202600000999900000003", "1,00"],
  ]);
  const both = await Promise.all(
    [newId<"report">(), newId<"report">()].map((id) =>
      takeReport(agent(30), { id, file: { name: "a.csv", bytes: Buffer.from(twin) } }),
    ),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const [kept] = both.flatMap((one) => (one.ok ? [one.value] : []));
  if (kept === undefined) throw new Error("none");
  await reconcileReport(agent(30), kept);
  expect(await outcomes(kept)).toEqual(["repeated", "unknown"]);
});

test("what only some files tell is compared: idOp, numcli, mode, result", async () => {
  const titles = "DATE;REFDET;MONTANT;IDOP;NUMCLI;SAISIE;RESULTRANS";
  await paying.setting({ account: "654321" });
  const id = await handIn(
    file(
      [
        [late.order.refdet, "2,00", paid.reference, "654321", "T", "R"],
        ["202600000999900000004", "1,00", "", "999999", "W", "P"],
        [second.order.refdet, "2,00", second.reference, "123456", "W", "P"],
      ],
      { titles },
    ),
    40,
  );
  await paying.setting();
  // The second payment was told otherwise by the first report: the same reference with another amount.
  expect(await outcomes(id)).toEqual(["repeated", "elsewhere", "twice"]);
});

test("known here and absent there: told once the day is over, and healed by the report that has it", async () => {
  const other = await pay(25 * 60, "waiting");
  other.end = "paid";
  other.changed = { at: Temporal.PlainDateTime.from("2026-11-13T10:00") };
  await lookUp(context(start.add({ hours: 26 })), () => paying.gateway, {
    attempt: ids.get(other.order.refdet) ?? newId<"attempt">(),
    cause: "agent",
  });
  const head = "EN-TETE;123456;13/11/2026";
  // Handed in at noon, the day is not over: nothing is missed yet.
  const noon = await handIn(file([], { head }), 60 * 4);
  expect(await differences(noon)).toEqual([]);
  const night = (hours: number) => absencesJob.run(context(morning.add({ hours })));
  // At night the day is over: what was paid before the report came is missed, without another import.
  await night(10);
  expect(await differences(noon)).toEqual([]);
  const afternoon = await pay(31 * 60, "waiting");
  afternoon.end = "paid";
  afternoon.changed = { at: Temporal.PlainDateTime.from("2026-11-13T15:00") };
  await lookUp(context(start.add({ hours: 32 })), () => paying.gateway, {
    attempt: ids.get(afternoon.order.refdet) ?? newId<"attempt">(),
    cause: "agent",
  });
  for (const _ of [1, 2]) await night(20);
  expect(await differences(noon)).toMatchObject([{ kind: "absent", refdet: other.order.refdet, here: 200 }]);
  const days = () =>
    paying.town.database.read((reads) =>
      missingDays(reads, { account: "123456", today: Temporal.PlainDate.from("2026-11-15"), back: 90 }),
    );
  expect(await days()).toMatchObject([
    { count: 0, partial: false },
    { day: Temporal.PlainDate.from("2026-11-13"), count: 2, cents: 400, partial: true },
  ]);
  const id = await handIn(`${file([], { head })}\r\n`, 60 * 24);
  // The whole day's report lacks the afternoon's too.
  expect(await differences(id)).toMatchObject([{ kind: "absent", refdet: afternoon.order.refdet }]);
  expect(await days()).toMatchObject([{ count: 0 }]);
  const next = await handIn(
    file([[other.order.refdet, "2,00"]], { head: "EN-TETE;123456;14/11/2026" }),
    60 * 48,
  );
  expect(await outcomes(next)).toEqual(["differs"]);
  expect(await differences(noon)).toMatchObject([{ outcome: "found", settledBy: "Préau" }]);
});

test.each([
  ["of another authority", file([], { head: "EN-TETE;999999;12/11/2026" }), "999999"],
  ["cut", file([["202600000999900000009", "1,00"]]).replace(/PIED.*/, ""), "coupé"],
  [
    "no report",
    "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><a>&a;</a>\0",
    "EN-TETE",
  ],
])("a file that is %s changes nothing, and may be handed in again", async (_name, text, word) => {
  const id = await handIn(text, 100);
  const report = await paying.town.database.read((reads) => reportById(reads, id));
  expect(report?.state).toBe("refused");
  expect(report?.findings.map(({ sentence }) => sentence).join(" ")).toContain(word);
  expect(await outcomes(id)).toEqual([]);
  expect(await handIn(text, 101)).not.toBe(id);
});
