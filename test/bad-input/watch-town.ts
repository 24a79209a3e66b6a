import type { Id } from "#kernel";
import type { SchemaDatabase } from "#platform";

/** An alarm of a site, and a child noted twice there: what the pages of the watch and of attendance lead to. */
export async function buildWatch(
  database: SchemaDatabase,
  noted: { site: Id<"site">; slot: Id<"slot">; participant: Id<"participant">; household: Id<"household"> },
): Promise<void> {
  await database.write(async (writes) => {
    await writes.run(
      "test_alarm",
      `insert into alarm (watch, subject, topic, site_id, count, facts, first_seen, last_seen)
       values ('unpointed', $1::text || '/2026-10-15', $1, $1::uuid, 4, '{"day": "2026-10-15"}', $2, $2)`,
      [noted.site, "2026-11-01T05:10:00Z"],
    );
    await writes.run(
      "test_noted_twice",
      `insert into attendance_history (at, slot_id, participant_id, household_id, state, by_label, form_key)
       select $4, $1, $2, $3, state, 'Test', gen_random_uuid() from unnest(array['absent', 'present']) as state`,
      [noted.slot, noted.participant, noted.household, "2026-11-02T07:00:00Z"],
    );
  });
}
