import { readFileSync } from "node:fs";

import { afterAll, beforeAll, expect, test } from "vitest";

import { importSchoolCalendar } from "#activities";
import { testDatabase, type TestDatabase } from "#test";

import { checkText } from "./check-text.ts";
import { exportRuleSet } from "./export-rule-set.ts";
import { applyRuleSet, previewRuleSet } from "./import-rule-set.ts";
import { writeText } from "./write-text.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
  const text = readFileSync("reference/school-calendar-zone-b.csv", "utf8");
  await town.database.write((writes) =>
    importSchoolCalendar(writes, { text, zone: "B", authorityId: town.authority.id, by: "Paul Martin" }),
  );
});
afterAll(() => town.close());

function request(file: string, from: Temporal.PlainDate) {
  const { ruleSet, findings } = checkText(file);
  if (ruleSet === undefined) throw new Error(findings.map(({ sentence }) => sentence).join("\n"));
  return { authorityId: town.authority.id, ruleSet, file, from, by: "Paul Martin" };
}

test("a window that has opened stays though the file no longer says it, and that is told", async () => {
  const first = readFileSync("examples/rulesets/ponthieu-marquenterre.yaml", "utf8");
  const begin = Temporal.PlainDate.from("2026-09-01");
  await applyRuleSet(town.database, {
    ...request(first, begin),
    now: Temporal.Instant.from("2026-08-24T08:00:00Z"),
  });
  const written = await town.database.read((reads) =>
    exportRuleSet(reads, { authority: "Exemple", on: begin }),
  );
  const isWinter = ({ opensAt }: { opensAt: string }) => opensAt === "2027-01-18 08:30";
  const without = writeText({
    ...written,
    windows: (written.windows ?? []).filter((window) => !isWinter(window)),
  });
  const after = Temporal.Instant.from("2027-01-19T08:00:00Z");
  const day = Temporal.PlainDate.from("2027-01-20");
  const changes = await applyRuleSet(town.database, { ...request(without, day), now: after });
  expect(changes.ok && changes.value.bookings).toEqual([]);
  expect(changes.ok && changes.value.bookingsLeft).toEqual([
    expect.stringMatching(/Hiver 2027 : l’ouverture le lundi 18 janvier .* a déjà eu lieu/),
  ]);
  const kept = await town.database.read((reads) => exportRuleSet(reads, { authority: "Exemple", on: day }));
  expect(writeText(kept)).toContain('opensAt: "2027-01-18 08:30"');
  // The day before it opens, the file decides.
  const eve = { ...request(without, day), now: after.subtract({ hours: 48 }) };
  const preview = await previewRuleSet(town.database, eve);
  expect(preview.ok && preview.value.bookingsLeft).toEqual([]);
  expect(preview.ok && preview.value.bookings).toEqual([expect.stringContaining("Hiver 2027")]);
});
