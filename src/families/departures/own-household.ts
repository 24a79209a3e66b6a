import { ok, refuse, type Id, type Result } from "#kernel";
import { hashedId, writeJournal } from "#platform";

import { joinGuardian } from "../members/add-guardian.ts";
import { joined } from "../members/add-participant.ts";
import { writeHousehold } from "../members/create-household.ts";
import { lockHousehold, oneAtATime, type Bringing } from "../members/new-people.ts";

/** Where a household of one's own is. */
interface OwnAddress {
  readonly street: string;
  readonly postcode: string;
  readonly commune: string;
}

/** Whose household it is, out of which one, and which of its children live there too. */
interface OwnHousehold {
  readonly guardianId: Id<"guardian">;
  readonly fromId: Id<"household">;
  readonly childIds: readonly Id<"participant">[];
  readonly address: OwnAddress;
}

/**
 * Gives an adult who separates a household of his or her own, under his or her name, with these children, who stay of
 * the first household too. Nothing of the first one is changed. Sent twice under one key, it is done once. Refuses an
 * adult or a child who is not of the first household. The caller has authorised it.
 */
export function startOwnHousehold(
  visit: Bringing,
  { guardianId, fromId, childIds, address: place }: OwnHousehold,
  key: Id<"form">,
): Promise<Result<Id<"household">, { readonly code: "unknown" }>> {
  const { actor, now, address } = visit;
  const householdId = hashedId<"household">("own-household", key, guardianId);
  return visit.database.write(async (writes) => {
    await oneAtATime(writes);
    if (await lockHousehold(writes, householdId)) return ok(householdId);
    const adult = await writes.row<{ lastName: string; children: number }>(
      "families_who_separates",
      `select g.last_name as "lastName",
              (select count(*)::int from household_participant hp
               where hp.household_id = hg.household_id and hp.participant_id = any ($3::uuid[])
                 and hp.left_on is null) as children
       from household_guardian hg join guardian g on g.id = hg.guardian_id
       where hg.household_id = $1 and hg.guardian_id = $2 and hg.left_on is null`,
      [fromId, guardianId, childIds],
    );
    if (adult === undefined || adult.children !== new Set(childIds).size) return refuse({ code: "unknown" });
    await writeHousehold(writes, visit, householdId, { label: adult.lastName, ...place });
    await joinGuardian(writes, visit, householdId, guardianId);
    for (const participantId of childIds) {
      if (!(await joined(writes, householdId, participantId))) continue;
      await writeJournal(writes, {
        at: now,
        accountId: actor.accountId,
        byLabel: actor.name,
        act: "families.participant-joined",
        objectKind: "participant",
        objectId: participantId,
        householdId,
        address,
      });
    }
    return ok(householdId);
  });
}
