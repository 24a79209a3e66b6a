import type { Correctable } from "./correctable.ts";

/** Where a child goes to school in a school year, as an agent corrects it. */
export type SchoolingCell = "schoolName" | "level" | "className";

/** A child's school, level and class in the school year of `where`: all empty while nothing is known of it. */
export const correctableSchooling: Correctable<SchoolingCell> = {
  kind: "participant",
  fields: ["schoolName", "level", "className"],
  read: (reads, { householdId, recordId, schoolYear }) =>
    reads.row<Record<SchoolingCell, string>>(
      "families_schooling_cells",
      `select coalesce(s.school_name, '') as "schoolName", coalesce(s.level, '') as level,
              coalesce(s.class_name, '') as "className"
       from participant p
       left join schooling s on s.participant_id = p.id and s.school_year = $3
       where p.id = $2 and p.kind = 'child'
         and exists (select from household_participant
                     where household_id = $1 and participant_id = $2 and left_on is null)`,
      [householdId, recordId, schoolYear ?? null],
    ),
  async lock(writes, { recordId }) {
    await writes.row("families_lock_schooling_cells", `select from participant where id = $1 for update`, [
      recordId,
    ]);
  },
  async write(writes, { recordId, schoolYear }, { after: { schoolName, level, className } }) {
    if (schoolYear === undefined) throw new Error("A schooling is of a school year");
    await writes.run(
      "families_correct_schooling",
      `insert into schooling (participant_id, school_year, school_name, level, class_name)
       values ($1, $2, $3, $4, $5)
       on conflict (participant_id, school_year) do update
       set school_name = excluded.school_name, level = excluded.level, class_name = excluded.class_name`,
      [recordId, schoolYear, schoolName, level, className],
    );
  },
};
