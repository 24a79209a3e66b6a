import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import { lineOf, type HealthReader, type HealthRecord } from "./health-record.ts";

/** What a form may change of a record. */
export type HealthValues = Omit<HealthRecord, "updatedAt">;

/**
 * Writes the health record of a child, with a line in the journal that says nothing of it. Refuses a form that was
 * filled in from a record that somebody has changed since: the other parent's words are not overwritten unseen.
 * @param seen when the record that the form was made from had been changed; null when there was none
 */
export async function changeHealthRecord(
  writes: Writes,
  participantId: Id<"participant">,
  { values, seen }: { values: HealthValues; seen: Temporal.Instant | null },
  by: HealthReader,
): Promise<Result<null, { code: "changed-since" }>> {
  const written = await writes.run(
    "families_change_health_record",
    `insert into health_record as known (participant_id, allergies, diet, has_pai, pai_until, pai_instructions,
                                         doctor_name, doctor_phone, notes, by_label, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (participant_id) do update
     set allergies = excluded.allergies, diet = excluded.diet, has_pai = excluded.has_pai,
         pai_until = excluded.pai_until, pai_instructions = excluded.pai_instructions,
         doctor_name = excluded.doctor_name, doctor_phone = excluded.doctor_phone, notes = excluded.notes,
         by_label = excluded.by_label, updated_at = excluded.updated_at
     where known.updated_at = $12::timestamptz`,
    [
      participantId,
      values.allergies,
      values.diet,
      values.hasPai,
      values.paiUntil?.toString() ?? null,
      values.paiInstructions,
      values.doctorName,
      values.doctorPhone,
      values.notes,
      by.name,
      by.now.toString(),
      seen?.toString() ?? null,
    ],
  );
  if (written === 0) return refuse({ code: "changed-since" });
  await writeJournal(writes, { ...lineOf(by, participantId), act: "families.health-changed" });
  return ok(null);
}
