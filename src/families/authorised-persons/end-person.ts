import type { Id } from "#kernel";
import type { FamilyReach, SignedInVisit } from "#identity";
import { writeJournal } from "#platform";

/** What may be ended: a family ends its own authorisations, an agent anything of the file. */
export type EndableKinds = readonly ("authorised" | "forbidden")[];

/**
 * Takes back what a household declared; it stays, with the instant and who did it. Ending twice changes nothing.
 * @returns whether there is such a person within reach
 */
export async function endPerson(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  reach: FamilyReach,
  personId: Id<"authorised-person">,
  kinds: EndableKinds,
): Promise<boolean> {
  return database.write(async (writes) => {
    const person = await writes.row<{
      participantId: Id<"participant">;
      householdId: Id<"household">;
      ended: boolean;
    }>(
      "families_person_to_end",
      `select participant_id as "participantId", household_id as "householdId", ended_at is not null as ended
       from authorised_person
       where id = $1 and household_id = any ($2::uuid[]) and participant_id <> all ($3::uuid[])
         and kind = any ($4::text[])
       for update`,
      [personId, reach.householdIds, reach.withheldIds, kinds],
    );
    if (person === undefined) return false;
    if (person.ended) return true;
    await writes.run(
      "families_end_person",
      `update authorised_person set ended_at = $2, ended_by_label = $3 where id = $1`,
      [personId, now.toString(), actor.name],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "families.person-ended",
      objectKind: "participant",
      objectId: person.participantId,
      householdId: person.householdId,
      facts: { person: personId },
      address,
    });
    return true;
  });
}
