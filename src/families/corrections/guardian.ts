import type { Reads } from "#platform";

import { alikeGuardians } from "../members/alike.ts";
import { childKey, guardianKey } from "../onde/rules/people.ts";
import { searchKey } from "../rules/search-key.ts";
import type { Correctable } from "./correctable.ts";

/** The cells of an adult that an agent corrects, as the import of the school register names them. */
export type GuardianCell =
  | "civility"
  | "firstName"
  | "lastName"
  | "phoneMobile"
  | "phoneHome"
  | "phoneWork"
  | "email";

/** An adult who answers for the children of a household: names, and how to reach him or her. */
export const correctableGuardian: Correctable<GuardianCell> = {
  kind: "guardian",
  fields: ["civility", "firstName", "lastName", "phoneMobile", "phoneHome", "phoneWork", "email"],
  read: (reads, { householdId, recordId }) =>
    reads.row<Record<GuardianCell, string>>(
      "families_guardian_cells",
      `select civility, first_name as "firstName", last_name as "lastName", phone_mobile as "phoneMobile",
              phone_home as "phoneHome", phone_work as "phoneWork", email
       from guardian
       where id = $2 and exists (select from household_guardian
                                 where household_id = $1 and guardian_id = $2 and left_on is null)`,
      [householdId, recordId],
    ),
  async alike(reads, { recordId }, after) {
    const found = await alikeGuardians(reads, after);
    return found.filter(({ id }) => id !== recordId);
  },
  async lock(writes, { recordId }) {
    await writes.row("families_lock_guardian_cells", `select from guardian where id = $1 for update`, [
      recordId,
    ]);
  },
  async write(writes, { recordId }, { before, after }) {
    const { civility, firstName, lastName, phoneMobile, phoneHome, phoneWork, email } = after;
    await writes.run(
      "families_correct_guardian",
      `update guardian
       set civility = $2, first_name = $3, last_name = $4, phone_mobile = $5, phone_home = $6, phone_work = $7,
           email = $8, search_key = $9,
           external_key = coalesce(external_key, (select $10::text where not exists (
             select from guardian other where other.external_key = $10)))
       where id = $1`,
      [
        recordId,
        civility,
        firstName,
        lastName,
        phoneMobile,
        phoneHome,
        phoneWork,
        email,
        searchKey(lastName, firstName),
        await registerKey(writes, recordId, before),
      ],
    );
  },
};

/**
 * How the register's files name this adult: by the name of before the correction and a child. Kept where no import
 * has given one, so that the next files still recognise the adult under the name that the school writes.
 */
async function registerKey(
  reads: Reads,
  guardianId: string,
  before: Readonly<Record<GuardianCell, string>>,
): Promise<string | null> {
  const child = await reads.row<{
    key: string | null;
    lastName: string;
    firstName: string;
    birthDate: string;
  }>(
    "families_child_of_guardian",
    `select p.external_key as key, p.last_name as "lastName", p.first_name as "firstName",
            p.birth_date::text as "birthDate"
     from household_guardian hg
     join household_participant hp on hp.household_id = hg.household_id
     join participant p on p.id = hp.participant_id and p.kind = 'child'
     where hg.guardian_id = $1
     order by p.external_key nulls last, p.id limit 1`,
    [guardianId],
  );
  return child === undefined ? null : guardianKey(before, child.key ?? childKey(child));
}
