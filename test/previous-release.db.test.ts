import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { parseDeadlineRule } from "#bookings";
import { migrateDatabase } from "#platform";

import { createSchemasAt } from "../src/platform/database/schemas-at.ts";
import { emptyDatabase, type EmptyDatabase } from "./postgres/empty-database.ts";

/** The last migration of the release that served canteens only. */
const PREVIOUS = 9;
const SCHEMA = "a_0123456789ab";

let town: EmptyDatabase;
let client: pg.Client;
beforeAll(async () => {
  town = await emptyDatabase();
  client = new pg.Client({ connectionString: town.url });
  await client.connect();
  await client.query("begin");
  await createSchemasAt(client, [SCHEMA], PREVIOUS);
  await client.query("commit");
  await client.query(`set search_path to "${SCHEMA}"`);
});
afterAll(async () => {
  await client.end();
  await town.close();
});

const NONE = {
  saturdays: false,
  sundays: false,
  publicHolidays: false,
  schoolHolidays: false,
  closures: false,
};
const COUNTED = { ...NONE, weekdays: [] };

/** The rules that the previous release wrote, and what they are now. */
const RULES = [
  [
    {
      cutOff: { kind: "slotStart" },
      notCounted: { ...COUNTED, saturdays: true, sundays: true, publicHolidays: true },
    },
    { cutOff: "slotStart", notCounted: ["saturdays", "sundays", "publicHolidays"] },
  ],
  [
    { cutOff: { kind: "time", time: "10:00" }, notCounted: { ...COUNTED, weekdays: [3, 1], closures: true } },
    { cutOff: "10:00", notCounted: ["closures", "monday", "wednesday"] },
  ],
  [
    { cutOff: { kind: "endOfDay" }, notCounted: COUNTED },
    { cutOff: "endOfDay", notCounted: [] },
  ],
] as const;

test("the deadline rules of the previous release are the same rules in today's words", async () => {
  const { rows } = await client.query<{ id: string }>(
    `with place as (insert into site (name, commune) values ('Rue', 'Rue') returning id)
     insert into activity (site_id, name) select id, 'Restauration' from place returning id`,
  );
  for (const [index, [before]] of RULES.entries()) {
    await client.query(
      `insert into deadline_rule (activity_id, act, valid_from, rule) values ($1, 'book', date '2026-09-01' + $2::integer, $3)`,
      [rows[0]?.id, index, JSON.stringify({ kind: "workingDays", workingDaysBefore: index + 1, ...before })],
    );
  }
  expect(await migrateDatabase(town.url)).toMatchObject({ ok: true });
  const now = await client.query<{ rule: unknown }>("select rule from deadline_rule order by valid_from");
  expect(now.rows.map(({ rule }) => rule)).toEqual(
    RULES.map(([, after], index) => ({ kind: "daysBefore", days: index + 1, ...after })),
  );
  expect(() => now.rows.map(({ rule }) => parseDeadlineRule(rule))).not.toThrow();
});
