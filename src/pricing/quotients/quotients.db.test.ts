import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { announced } from "../../../test/builders/letters.ts";
import { countedDays } from "../rules/qf/counted-days.ts";
import { qfText, type ToldIncome } from "../rules/qf/income.ts";
import { chargeIncomes } from "./charge-incomes.ts";
import { qfEntries, quotientsOn } from "./quotient-queries.ts";
import { formSource } from "./quotient-source.ts";
import { recordQuotient, type ChosenDays } from "./record-quotient.ts";
import { settleQuotient, type Verdict } from "./settle-quotient.ts";

/** Wednesday 25 November 2026, 10 h in Paris. */
const NOW = Temporal.Instant.from("2026-11-25T09:00:00Z");
const day = (text: string) => Temporal.PlainDate.from(text);
const agent = agentWith(["income.read", "income.write"]);

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const family = (lastName: string) => town.database.write((writes) => buildHousehold(writes, { lastName }));
const told = (changes: Partial<ToldIncome> = {}): ToldIncome => ({
  valueHundredths: 69_999,
  resourcesCents: null,
  resourcesCase: null,
  dependentChildren: null,
  aeehChildren: null,
  scheme: "caf",
  situationOn: day("2026-11-01"),
  ...changes,
});

const record = (
  home: Household,
  what: Partial<ToldIncome>,
  by: { family?: true; chosen?: ChosenDays; key?: Id<"qf-entry">; now?: Temporal.Instant } = {},
) =>
  town.database.write((writes) =>
    recordQuotient(
      writes,
      {
        actor: by.family === true ? guardianOf(home) : agent,
        now: by.now ?? NOW,
        address: "192.0.2.1",
      },
      {
        key: by.key ?? newId<"qf-entry">(),
        householdId: home.id,
        source: formSource(by.family === true ? "family" : "agent", told(what)),
        ...(by.chosen !== undefined && { chosen: by.chosen }),
      },
    ),
  );
const from = (firstDay: string, reason = "Erreur de saisie."): ChosenDays => ({
  firstDay: day(firstDay),
  lastDay: null,
  reason,
});
const settle = (
  home: Household,
  entryId: Id<"qf-entry">,
  verdict: Verdict,
  reason = "Justificatif ancien.",
) =>
  town.database.write((writes) =>
    settleQuotient(
      writes,
      { ...town, actor: agent, now: NOW, address: "192.0.2.1" },
      { householdId: home.id, entryId, verdict, reason },
    ),
  );
const on = (home: Household, ...days: readonly string[]) =>
  town.database.read(async (reads) => {
    const found = await quotientsOn(
      reads,
      days.map((text) => ({ householdId: home.id, day: day(text) })),
    );
    return days.map((text) => found.find((one) => one.day.toString() === text)?.valueHundredths ?? null);
  });

test("the first counts at once, the next from the next month, and the days before keep theirs", async () => {
  const home = await family("Premier");
  const first = await record(home, {});
  expect(first).toMatchObject({ ok: true, value: { because: "first", toCheck: false } });
  await record(home, { valueHundredths: 80_000 });
  expect(await on(home, "2026-11-24", "2026-11-25", "2026-11-30", "2026-12-01")).toEqual([
    null,
    69_999,
    69_999,
    80_000,
  ]);
  const [known] = await town.database.read((reads) =>
    quotientsOn(reads, [{ householdId: home.id, day: day("2026-11-26") }]),
  );
  expect(known?.valueLastDay?.toString()).toBe("2026-11-30");
});

test("one that has expired is told with its last day, never silently replaced", async () => {
  const home = await family("Expire");
  await record(home, {});
  const [known] = await town.database.read((reads) =>
    quotientsOn(reads, [{ householdId: home.id, day: day("2027-03-01") }]),
  );
  expect([known?.valueHundredths, known?.valueLastDay?.toString()]).toEqual([69_999, "2027-01-31"]);
});

test("what a family declares counts once it is accepted, from the day it would have", async () => {
  const home = await family("Declare");
  const key = newId<"qf-entry">();
  expect(await record(home, {}, { family: true, key })).toMatchObject({ value: { toCheck: true } });
  expect(await on(home, "2026-11-25")).toEqual([null]);
  expect(await settle(home, key, "accepted", "")).toEqual({ ok: true, value: null });
  expect(await on(home, "2026-11-25")).toEqual([69_999]);
  expect(await settle(home, key, "refused")).toMatchObject({ refusal: { code: "settled-since" } });
  const events = await announced(town, "pricing.quotientSettled");
  expect(JSON.stringify(events)).toContain(key);
  expect(JSON.stringify(events)).not.toContain("69999");
});

test("a refusal and a withdrawal need a reason; what is withdrawn counts no more", async () => {
  const home = await family("Retire");
  const key = newId<"qf-entry">();
  await record(home, {}, { key });
  expect(await settle(home, key, "withdrawn", "")).toMatchObject({ refusal: { code: "no-reason" } });
  await settle(home, key, "withdrawn");
  expect(await on(home, "2026-11-25")).toEqual([null]);
});

test("two agents who decide at once: one is heard", async () => {
  const home = await family("Deux");
  const key = newId<"qf-entry">();
  await record(home, {}, { family: true, key });
  const both = await Promise.all([settle(home, key, "accepted", ""), settle(home, key, "refused")]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("an agent who changes days that have passed says why", async () => {
  const home = await family("Retro");
  const refused = await record(home, {}, { chosen: from("2026-09-01", "") });
  expect(refused).toMatchObject({ ok: false, refusal: { code: "no-reason" } });
  expect(await record(home, {}, { chosen: from("2026-09-01") })).toMatchObject({ ok: true });
  expect(await on(home, "2026-08-31", "2026-09-01")).toEqual([null, 69_999]);
  const backwards = { firstDay: null, lastDay: day("2026-10-01"), reason: "" };
  expect(await record(home, {}, { chosen: backwards })).toMatchObject({ refusal: { code: "backwards" } });
});

test("the same form sent twice is one entry, and the journal says no amount", async () => {
  const home = await family("Deuxfois");
  const key = newId<"qf-entry">();
  await record(home, { valueHundredths: 123_456 }, { key });
  await record(home, { valueHundredths: 123_456 }, { key });
  const lines = await town.database.read((reads) =>
    reads.rows<{ line: string }>(
      "test_qf_journal",
      `select j::text as line from journal_entry j where household_id = $1`,
      [home.id],
    ),
  );
  expect(lines).toHaveLength(1);
  expect(lines[0]?.line).not.toMatch(/123456|1234/);
});

test("resources and quotient each keep their own days", async () => {
  const home = await family("Ressources");
  await record(home, {});
  await record(home, {
    valueHundredths: null,
    resourcesCents: 250_000,
    dependentChildren: 2,
    aeehChildren: 1,
  });
  const [known] = await town.database.read((reads) =>
    quotientsOn(reads, [{ householdId: home.id, day: day("2026-12-15") }]),
  );
  expect(known).toMatchObject({
    valueHundredths: 69_999,
    resourcesCents: 250_000,
    dependentChildren: 2,
    aeehChildren: 1,
  });
});

test("whatever was written in whatever order, the database and the history tell the same days, and none twice", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ from: fc.integer({ min: 0, max: 90 }), length: fc.integer({ min: 0, max: 60 }) }),
        { minLength: 1, maxLength: 6 },
      ),
      async (entries) => {
        const home = await family("Ordre");
        const start = day("2026-09-01");
        for (const [index, entry] of entries.entries()) {
          const firstDay = start.add({ days: entry.from });
          const lastDay = firstDay.add({ days: entry.length });
          await record(home, { valueHundredths: index }, { chosen: { firstDay, lastDay, reason: "Essai." } });
        }
        const counted = countedDays(await town.database.read((reads) => qfEntries(reads, [home.id])));
        const days = Array.from({ length: 160 }, (_, index) => start.add({ days: index }));
        const found = await town.database.read((reads) =>
          quotientsOn(
            reads,
            days.map((one) => ({ householdId: home.id, day: one })),
          ),
        );
        const incomeOn = await town.database.read((reads) => chargeIncomes(reads, [home.id]));
        for (const one of days) {
          const holding = counted.filter(
            ({ entry, until }) =>
              Temporal.PlainDate.compare(entry.firstDay, one) <= 0 &&
              (until === null || Temporal.PlainDate.compare(one, until) <= 0),
          );
          expect(holding.length).toBeLessThanOrEqual(1);
          const row = found.find((known) => known.day.equals(one));
          const live =
            row?.valueLastDay !== null &&
            row?.valueLastDay !== undefined &&
            Temporal.PlainDate.compare(row.valueLastDay, one) >= 0
              ? row.valueHundredths
              : undefined;
          const charged = incomeOn(home.id, one).qf;
          expect(charged?.value).toBe(
            row?.valueHundredths === undefined ? undefined : qfText(row.valueHundredths ?? 0),
          );
          expect(charged?.from.toString()).toBe(row?.valueFirstDay?.toString());
          expect(charged?.until?.toString()).toBe(row?.valueLastDay?.toString());
          expect(live).toBe(holding[0]?.entry.valueHundredths ?? undefined);
        }
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);
