import type { Id } from "#kernel";
import type { Writes } from "#platform";

/**
 * Erases what tells who a household is: names, address, telephones, schools, health, who may fetch. Somebody who is of
 * another household that stays keeps his or her own. The rows stay without a name, for the accounts and the counts that
 * refer to them by id; communes and birth dates stay, since prices of the past hang on them.
 * @returns the adults who are of no other household
 */
export async function forgetHousehold(
  writes: Writes,
  householdId: Id<"household">,
): Promise<readonly Id<"guardian">[]> {
  await writes.run(
    "families_forget_household",
    `update household set label = 'Foyer effacé', address_line = '', search_key = '', external_key = null, forgotten = true
     where id = $1 and not forgotten`,
    [householdId],
  );
  const adults = await writes.rows<{ id: Id<"guardian"> }>(
    "families_forget_guardians",
    `update guardian g
     set external_key = null, civility = '', last_name = 'effacé', first_name = 'Adulte', email = '', phone_home = '',
         phone_work = '', phone_mobile = '', search_key = ''
     from household_guardian hg
     where hg.household_id = $1 and hg.guardian_id = g.id
       and not exists (select from household_guardian other join household h on h.id = other.household_id
                       where other.guardian_id = g.id and not h.forgotten)
     returning g.id`,
    [householdId],
  );
  const people = await writes.rows<{ id: Id<"participant"> }>(
    "families_forget_participants",
    `update participant p
     set external_key = null, last_name = 'effacée', usage_name = '', first_name = 'Personne', search_key = ''
     from household_participant hp
     where hp.household_id = $1 and hp.participant_id = p.id
       and not exists (select from household_participant other join household h on h.id = other.household_id
                       where other.participant_id = p.id and not h.forgotten)
     returning p.id`,
    [householdId],
  );
  const personIds = people.map(({ id }) => id);
  for (const [name, sql] of FORGOTTEN_WITH) await writes.run(name, sql, [householdId, personIds]);
  return adults.map(({ id }) => id);
}

/** What says something of a household ($1), or of the people who are of no other ($2). */
const FORGOTTEN_WITH = [
  [
    "families_forget_persons",
    `delete from authorised_person where household_id = $1 or participant_id = any ($2::uuid[])`,
  ],
  [
    "families_forget_health",
    `delete from health_record where $1::uuid is not null and participant_id = any ($2::uuid[])`,
  ],
  [
    "families_forget_schooling",
    `delete from schooling where $1::uuid is not null and participant_id = any ($2::uuid[])`,
  ],
  [
    "families_forget_withheld",
    `delete from withheld_authority where $1::uuid is not null and participant_id = any ($2::uuid[])`,
  ],
  [
    "families_forget_corrected",
    `delete from corrected_cell where household_id = $1 or participant_id = any ($2::uuid[])
       or guardian_id in (select guardian_id from household_guardian where household_id = $1)`,
  ],
  [
    "families_forget_reasons",
    `update household_guardian set left_reason = '' where household_id = $1 and $2::uuid[] is not null and left_reason <> ''`,
  ],
] as const;
