import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

/** A class of a school in a school year. */
export interface SchoolClass {
  schoolName: string;
  level: string;
  className: string;
}

/** The classes that the school register knows of a school year. */
export function schoolClasses(reads: Reads, schoolYear: string): Promise<readonly SchoolClass[]> {
  return reads.rows<SchoolClass>(
    "families_school_classes",
    `select school_name as "schoolName", class_name as "className", min(level) as level
     from schooling where school_year = $1 and school_name <> '' and class_name <> ''
     group by school_name, class_name order by school_name, class_name`,
    [schoolYear],
  );
}

/** Puts a child in a class of a school year; what the register says of that year stays. */
export async function putInClass(
  writes: Writes,
  participantId: Id<"participant">,
  schoolYear: string,
  { schoolName, level, className }: SchoolClass,
): Promise<void> {
  await writes.run(
    "families_put_in_class",
    `insert into schooling (participant_id, school_year, school_name, level, class_name)
     values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [participantId, schoolYear, schoolName, level, className],
  );
}
