import type { Reads } from "#platform";

import { alikeParticipants } from "../members/alike.ts";
import { childKey } from "../onde/rules/people.ts";
import { searchKey } from "../rules/search-key.ts";
import type { Correctable } from "./correctable.ts";

/** The cells of a child, or of an adult who attends, that an agent corrects. */
export type ParticipantCell = "firstName" | "lastName" | "usageName" | "birthDate";

/** A child or an adult who attends: names and birth date. No sex: booking needs none, so none is held. */
export const correctableParticipant: Correctable<ParticipantCell> = {
  kind: "participant",
  fields: ["firstName", "lastName", "usageName", "birthDate"],
  read: (reads, { householdId, recordId }) =>
    reads.row<Record<ParticipantCell, string>>(
      "families_participant_cells",
      `select first_name as "firstName", last_name as "lastName", usage_name as "usageName",
              coalesce(birth_date::text, '') as "birthDate"
       from participant
       where id = $2 and exists (select from household_participant
                                 where household_id = $1 and participant_id = $2 and left_on is null)`,
      [householdId, recordId],
    ),
  async refuses(reads, { recordId }, { birthDate }, today) {
    if (birthDate === "") {
      return (await kindOf(reads, recordId)) === "child" ? { code: "no-birth-date" } : undefined;
    }
    const born = Temporal.PlainDate.from(birthDate);
    return Temporal.PlainDate.compare(born, today) > 0 ? { code: "not-born" } : undefined;
  },
  async alike(reads, { recordId }, { firstName, lastName, birthDate }) {
    const born = birthDate === "" ? null : Temporal.PlainDate.from(birthDate);
    const found = await alikeParticipants(
      reads,
      born !== null && (await kindOf(reads, recordId)) === "child"
        ? { kind: "child", firstName, lastName, birthDate: born }
        : { kind: "adult", firstName, lastName, birthDate: born },
    );
    return found.filter(({ id }) => id !== recordId);
  },
  async lock(writes, { recordId }) {
    await writes.row("families_lock_participant_cells", `select from participant where id = $1 for update`, [
      recordId,
    ]);
  },
  // The register's files name a child by the identity of before: kept where no import has given a key, so that the
  // next files still recognise the child.
  async write(writes, { recordId }, { before, after: { firstName, lastName, usageName, birthDate } }) {
    await writes.run(
      "families_correct_participant",
      `update participant
       set first_name = $2, last_name = $3, usage_name = $4, birth_date = nullif($5, '')::date, search_key = $6,
           external_key = case when kind = 'child' then coalesce(external_key, (select $7::text where not exists (
             select from participant other where other.external_key = $7))) else external_key end
       where id = $1`,
      [
        recordId,
        firstName,
        lastName,
        usageName,
        birthDate,
        searchKey(lastName, usageName, firstName),
        childKey(before),
      ],
    );
  },
};

async function kindOf(reads: Reads, recordId: string): Promise<"child" | "adult" | undefined> {
  const row = await reads.row<{ kind: "child" | "adult" }>(
    "families_kind_of_participant",
    `select kind from participant where id = $1`,
    [recordId],
  );
  return row?.kind;
}
