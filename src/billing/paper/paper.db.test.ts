import { afterAll, beforeAll, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { noPayments } from "../../../test/billing/no-payments.ts";
import { issuedMonth } from "../../../test/billing/issued-month.ts";
import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { chooseDelivery, deliveriesOf } from "../delivery/delivery.ts";
import { readRun } from "../run/run.ts";
import { ruleOn } from "../run/rule.ts";
import { countOnPaper, invoicesOnPaper, printedFile, readPrint } from "./paper-invoices.ts";
import { forgetPrint } from "./forget-print.ts";
import { askPrint, printFew, printPaper } from "./print-run.ts";

const LATER = Temporal.Instant.from("2026-11-13T08:00:00Z");

let town: TestDatabase;
let home: Household;
let other: Household;
beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    home = await buildHousehold(writes);
    other = await buildHousehold(writes, { lastName: "Bernard", guardians: ["Odile"], children: ["Tom"] });
  });
}, 60_000);
afterAll(() => town.close());

const agent = () => ({ ...visitTo(town), actor: agentWith(["billing.write"]) });
const claire = (now = visitTo(town).now) => ({ ...visitTo(town), actor: guardianOf(home), now });

const factsOf = (day: string) =>
  [home, other].map((household) => ({
    householdId: household.id,
    guardianId: household.guardians[0]?.id ?? newId<"guardian">(),
    sourceKey: `booking:${household.id}`,
    day,
    cents: 400,
  }));

const deliveries = (now: Temporal.PlainDate) =>
  town.database.read((reads) => deliveriesOf(reads, [home.id], now));

async function onPaper(id: Id<"run">, now = visitTo(town).now) {
  return town.database.read(async (reads) => {
    const run = await readRun(reads, id);
    if (run === undefined) throw new Error("no run");
    return countOnPaper(reads, run, {
      rule: await ruleOn(reads, Temporal.PlainDate.from("2026-11-12")),
      now,
    });
  });
}

test("a choice holds from the next day on, once, and what is issued keeps how it was sent", async () => {
  const today = Temporal.PlainDate.from("2026-11-12");
  expect(await deliveries(today)).toMatchObject([{ now: "paperless", chosen: false, next: null }]);
  for (const _ of [1, 2]) await chooseDelivery(claire(), { householdId: home.id, delivery: "paper" });
  const tomorrow = today.add({ days: 1 });
  expect(await deliveries(today)).toMatchObject([
    { now: "paperless", next: { delivery: "paper", from: tomorrow } },
  ]);
  expect(await deliveries(tomorrow)).toMatchObject([{ now: "paper", chosen: true, next: null }]);
  const kept = await town.database.read((reads) =>
    reads.rows("test_deliveries", "select delivery from invoice_delivery"),
  );
  expect(kept).toHaveLength(1);
  const run = await issuedMonth(town, "2026-09", factsOf("2026-09-07"));
  expect(await onPaper(run)).toBe(0);
  expect(await askPrint(agent(), run)).toMatchObject({ ok: false, refusal: { code: "none" } });
});

test("what goes by post is one file, made at once or by a job, the same when the job is tried again", async () => {
  await town.database.write((writes) =>
    writes.run("test_no_mail", "update guardian set email = '' where id = $1", [
      other.guardians[0]?.id ?? "",
    ]),
  );
  const run = await issuedMonth(town, "2026-10", factsOf("2026-10-05"));
  // Odile has no address of e-mail; Claire's choice holds from tomorrow.
  expect(await onPaper(run)).toBe(1);
  expect(await town.database.read((reads) => invoicesOnPaper(reads, run))).toHaveLength(1);
  const read = await town.database.read((reads) => readRun(reads, run));
  if (read === undefined) throw new Error("no run");
  const few = await printFew(agent(), noPayments, read);
  for (const _ of [1, 2]) expect(await askPrint(agent(), run)).toMatchObject({ ok: true });
  const { authority, database } = town;
  const handle = printPaper(new URL("https://espace.exemple.fr"), noPayments);
  for (const _ of [1, 2]) await handle({ authority: { ...authority }, database, now: LATER }, { run });
  expect(await database.read((reads) => readPrint(reads, run))).toEqual({
    total: 1,
    done: 1,
    endedAt: LATER,
  });
  const file = await database.read((reads) => printedFile(reads, run));
  expect(
    Buffer.from(file ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  expect(few?.length).toBeGreaterThan(10_000);
  // Kept thirty days, then made again when asked.
  const later = (days: number) => ({ ...visitTo(town), authority, now: LATER.add({ hours: days * 24 }) });
  await forgetPrint.run(later(30));
  expect(await database.read((reads) => readPrint(reads, run))).toBeDefined();
  await forgetPrint.run(later(31));
  expect(await database.read((reads) => readPrint(reads, run))).toBeUndefined();
  expect(await askPrint(agent(), run)).toMatchObject({ ok: true });
});
