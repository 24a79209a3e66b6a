import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { readPriceSections, writePriceSections } from "./stored-sections.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const day = (text: string) => Temporal.PlainDate.from(text);
const quotients = {
  effect: "year" as const,
  yearStartMonth: 9,
  retroactive: true,
  firstAtOnce: false,
  expires: null,
  expiresLeastDays: 10,
  warnDays: 20,
  verify: false,
};
const psuLimits = [
  { firstDay: "2026-01-01", floor: "814.00", ceiling: "8500.00" },
  { firstDay: "2027-01-01", floor: "820.00", ceiling: "8600.00", aboveCeiling: true },
];

test("the setting of quotients, the floors and ceilings go through the file, and twice is once", async () => {
  const read = (on: string) => town.database.read((reads) => readPriceSections(reads, [], day(on)));
  const write = (from: string, sections: Parameters<typeof writePriceSections>[1]) =>
    town.database.write((writes) =>
      writePriceSections(writes, sections, {
        offer: [],
        from: day(from),
        by: "Essai",
        now: Temporal.Instant.from("2026-11-30T08:00:00Z"),
      }),
    );
  // What is usual is left out.
  expect(await read("2027-01-15")).toEqual({});
  const stamp = () =>
    town.database.read((reads) =>
      reads.row<{ stamp: string }>("test_stamp", "select stamp from pricing_tariff_stamp"),
    );
  const before = await stamp();
  expect(await write("2027-01-01", { quotients, psuLimits })).toHaveLength(3);
  expect((await stamp())?.stamp).not.toBe(before?.stamp);
  expect(await read("2027-01-15")).toEqual({ quotients, psuLimits });
  expect(await write("2027-01-15", { quotients, psuLimits })).toEqual([]);
  // The days before keep theirs, and a limit that the file no longer says stays.
  expect(await read("2026-12-31")).toEqual({ psuLimits });
  expect(await write("2027-02-01", { psuLimits: [] })).toEqual([]);
  expect(await write("2026-06-01", { quotients: { ...quotients, verify: true } })).toEqual([
    "Quotients familiaux : le réglage prévu pour plus tard est remplacé.",
    "Quotients familiaux : nouvelles dates d’effet et de validité.",
  ]);
});
