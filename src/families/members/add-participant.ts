import { ok, refuse, type Id, type Result } from "#kernel";
import type { SignedIn } from "#identity";
import { writeJournal, type SchemaDatabase } from "#platform";

import { searchKey } from "../rules/search-key.ts";

/** Somebody whom no school register names: a child who is too young or too old for it, an adult who attends. */
export type NewParticipant = { firstName: string; lastName: string } & (
  | { kind: "child"; birthDate: Temporal.PlainDate }
  | { kind: "adult"; birthDate: Temporal.PlainDate | null }
);

/** How many colours a household's people are told apart by. */
const COLOURS = 8;

/** Adds a participant to a household, with the next colour; the journal says by whom. The caller has authorised it. */
export async function addParticipant(
  visit: { actor: SignedIn; database: SchemaDatabase; now: Temporal.Instant; address: string },
  householdId: Id<"household">,
  person: NewParticipant,
): Promise<Result<Id<"participant">, { code: "unknown-household" }>> {
  const { actor, database, now, address } = visit;
  const { kind, firstName, lastName, birthDate } = person;
  return database.write(async (writes) => {
    const added = await writes.row<{ id: Id<"participant"> }>(
      "families_add_participant",
      `with home as (select id from household where id = $1 for update),
       added as (
         insert into participant (kind, first_name, last_name, birth_date, search_key, created_at)
         select $2, $3, $4, $5, $6, $7 from home returning id
       )
       insert into household_participant (household_id, participant_id, colour)
       select $1, added.id, 1 + (select count(*) from household_participant where household_id = $1) % $8
       from added returning participant_id as id`,
      [
        householdId,
        kind,
        firstName,
        lastName,
        birthDate?.toString() ?? null,
        searchKey(lastName, firstName),
        now.toString(),
        COLOURS,
      ],
    );
    if (added === undefined) return refuse({ code: "unknown-household" });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "families.participant-added",
      objectKind: "participant",
      objectId: added.id,
      householdId,
      address,
    });
    return ok(added.id);
  });
}
