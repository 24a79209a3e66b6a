import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import { prepareJournals, writeJournal } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

const now = Temporal.Instant.from("2026-11-23T08:00:00Z");
/** The records that nobody may change (architecture.md, « Three records »). */
const RECORDS = [
  "journal_entry",
  "journal_entry_2026_11",
  "journal_entry_default",
  "booking_history",
  "submission",
  "enrolment_history",
  "attendance_history",
  "attendance_form",
  "qf_entry",
  "qf_verdict_entry",
];

let home: TestDatabase;
let owner: pg.Client;

beforeAll(async () => {
  home = await testDatabase();
  await prepareJournals(home.url, now);
  owner = new pg.Client({ connectionString: home.url });
  await owner.connect();
  await owner.query(`set search_path to "${home.database.schema}"`);
  await home.database.write(async (writes) => {
    for (const at of [now, now.add({ hours: 24 * 200 })]) {
      await writeJournal(writes, { at, accountId: null, byLabel: "Préau", act: "test.done" });
    }
    await writes.run(
      "test_history",
      `insert into booking_history (at, household_id, participant_id, slot_id, booking_id, act, by_label, by_agent)
       select $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'booked', 'Test', false`,
      [now.toString()],
    );
    await writes.run(
      "test_enrolment_history",
      `insert into enrolment_history (at, enrolment_id, household_id, participant_id, act, by_label, by_agent, facts)
       select $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'enrolled', 'Test', false, '{}'`,
      [now.toString()],
    );
    await writes.run(
      "test_attendance_history",
      `insert into attendance_history (at, slot_id, participant_id, household_id, state, by_label, form_key)
       select $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'present', 'Test', gen_random_uuid()`,
      [now.toString()],
    );
    await writes.run(
      "test_attendance_form",
      `insert into attendance_form (key, account_id, by_label, site_id, date, at, lines)
       select gen_random_uuid(), gen_random_uuid(), 'Test', gen_random_uuid(), '2026-11-23', $1, '[]'`,
      [now.toString()],
    );
    await writes.run(
      "test_qf_verdict",
      `with home as (insert into household (label, created_at) values ('Test', $1) returning id),
            entry as (insert into qf_entry (id, household_id, value_hundredths, scheme, source, situation_on, received_on,
                                            first_day, to_check, by_label, at)
                      select gen_random_uuid(), id, 100, 'caf', 'agent', '2026-11-01', '2026-11-01', '2026-11-01', false,
                             'Test', $1 from home returning id)
       insert into qf_verdict_entry (qf_id, step, verdict, by_label, at) select id, 1, 'accepted', 'Test', $1 from entry`,
      [now.toString()],
    );
    await writes.run(
      "test_submission",
      `insert into submission (key, account_id, by_label, by_agent, household_ids, received_at, lines)
       select gen_random_uuid(), gen_random_uuid(), 'Test', false, '{}', $1, '[]'`,
      [now.toString()],
    );
  });
});

afterAll(async () => {
  await owner.end();
  await home.close();
});

test.each(RECORDS.flatMap((table) => [[table, "update"] as const, [table, "delete"] as const]))(
  "%s: %s is refused to the program, and to the owner too",
  async (table, act) => {
    const statement = act === "update" ? `update ${table} set by_label = 'other'` : `delete from ${table}`;
    const asProgram = home.database.write((writes) => writes.run(`test_${act}_${table}`, statement));
    await expect(asProgram).rejects.toThrow(/permission denied/);
    await expect(owner.query(statement)).rejects.toThrow(/append-only/);
  },
);

test("nor may the program empty them, drop them or take the guard away", async () => {
  for (const statement of [
    "truncate booking_history",
    "drop table submission",
    "alter table journal_entry disable trigger append_only",
  ]) {
    const name = `test_${statement.slice(0, 5)}`;
    await expect(home.database.write((writes) => writes.run(name, statement))).rejects.toThrow(
      /permission denied|must be owner/,
    );
  }
});

test("every line is still there", async () => {
  const counts = await home.database.read((reads) =>
    reads.row(
      "test_counts",
      `select (select count(*) from journal_entry) as journal,
              (select count(*) from booking_history where by_label = 'Test') as history,
              (select count(*) from submission where by_label = 'Test') as submissions`,
    ),
  );
  expect(counts).toEqual({ journal: 2, history: 1, submissions: 1 });
});
