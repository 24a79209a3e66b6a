import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { USUAL_ALERTS, type AlertRule } from "../../rules/alert-rule.ts";
import { alertRuleOn } from "./stored-alerts.ts";
import { readBookingSections, writeBookingSections } from "./stored-sections.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
});
afterAll(() => town.close());
beforeEach(() => town.database.write((writes) => writes.run("test_no_alert_rule", `delete from alert_rule`)));

const day = (text: string) => Temporal.PlainDate.from(text);
const BUSY: AlertRule = {
  placeOffered: false,
  emptyWeek: true,
  deadlineTonight: true,
  weekDays: 3,
  weekHours: 24,
  deadlineHours: 6,
};

const exported = (on: string) => town.database.read((reads) => readBookingSections(reads, [], day(on)));
const imported = async (sections: Awaited<ReturnType<typeof exported>>, from: string) =>
  (
    await town.database.write((writes) =>
      writeBookingSections(writes, { ...sections } as { alerts?: AlertRule }, {
        offer: [],
        from: day(from),
        now: Temporal.Instant.from("2026-11-02T09:00:00Z"),
      }),
    )
  ).changes;
const held = (on: string) => town.database.read((reads) => alertRuleOn(reads, day(on)));

describe("the section « alerts » of the file", () => {
  test("exported and imported again says the same, and changes nothing", async () => {
    expect(await exported("2026-12-01")).toEqual({});
    expect(await imported({ alerts: BUSY }, "2026-12-01")).toHaveLength(1);
    const file = await exported("2026-12-01");
    expect(file).toEqual({ alerts: BUSY });
    expect(await imported(file, "2026-12-01")).toEqual([]);
    expect(await imported(file, "2027-01-04")).toEqual([]);
    expect(await exported("2027-01-04")).toEqual(file);
  });

  test("holds from its day on, and takes the place of what was planned later", async () => {
    await imported({ alerts: BUSY }, "2026-12-01");
    expect(await held("2026-11-30")).toEqual(USUAL_ALERTS);
    expect(await held("2026-12-01")).toEqual(BUSY);
    const sooner = { ...BUSY, weekDays: 1 };
    expect(await imported({ alerts: sooner }, "2026-11-15")).toHaveLength(2);
    expect(await held("2026-12-01")).toEqual(sooner);
  });

  test("a file of before a change brings back what was usual", async () => {
    await imported({ alerts: BUSY }, "2026-12-01");
    const before = await exported("2026-11-30");
    expect(await imported(before, "2027-01-04")).toHaveLength(1);
    expect(await held("2027-01-04")).toEqual(USUAL_ALERTS);
    expect(await exported("2027-01-04")).toEqual({ alerts: USUAL_ALERTS });
  });

  test("a file without it changes nothing", async () => {
    await imported({ alerts: BUSY }, "2026-12-01");
    expect(await imported({}, "2026-12-02")).toEqual([]);
    expect(await held("2026-12-02")).toEqual(BUSY);
  });
});
