import { parisDate, type Id } from "#kernel";
import type { SignedInVisit } from "#identity";
import { writeJournal, type Writes } from "#platform";

/** Somebody of a household, adult or participant. */
export interface LeavingPerson {
  householdId: Id<"household">;
  who: { kind: "guardian"; id: Id<"guardian"> } | { kind: "participant"; id: Id<"participant"> };
}

/** What is known of somebody who is to leave a household. */
export interface LockedPerson {
  name: string;
  household: string;
  /** How many adults the household has besides. */
  otherAdults: number;
  /** Taken out already. */
  left: boolean;
}

/** Locks the household and says who it is about; undefined for whoever never was of it. */
export async function lockPerson(
  writes: Writes,
  { householdId, who }: LeavingPerson,
): Promise<LockedPerson | undefined> {
  return writes.row<LockedPerson>(
    "families_lock_leaving",
    `select coalesce(g.first_name || ' ' || g.last_name,
                     p.first_name || ' ' || coalesce(nullif(p.usage_name, ''), p.last_name)) as name,
            h.label as household, coalesce(hg.left_on, hp.left_on) is not null as left,
            (select count(*)::int from household_guardian other
             where other.household_id = h.id and other.left_on is null
               and other.guardian_id is distinct from hg.guardian_id) as "otherAdults"
     from household h
     left join household_guardian hg
       on hg.household_id = h.id and hg.guardian_id = $2
     left join guardian g on g.id = hg.guardian_id
     left join household_participant hp
       on hp.household_id = h.id and hp.participant_id = $2
     left join participant p on p.id = hp.participant_id
     where h.id = $1 and ($3 = 'guardian' and g.id is not null or $3 = 'participant' and p.id is not null)
     for update of h`,
    [householdId, who.id, who.kind],
  );
}

/**
 * Takes somebody out of a household from today on: nothing is erased, and the line keeps since when, why, and who
 * wrote it. The caller has locked the person, authorised it, and seen to what is booked.
 */
export async function leaveHousehold(
  writes: Writes,
  { actor, now, address }: Pick<SignedInVisit, "actor" | "now" | "address">,
  { householdId, who }: LeavingPerson,
  reason: string,
): Promise<void> {
  const line = [householdId, who.id, parisDate(now).toString(), reason, actor.name] as const;
  if (who.kind === "guardian") {
    await writes.run(
      "families_guardian_leaves",
      `update household_guardian set left_on = $3, left_reason = $4, left_by_label = $5
       where household_id = $1 and guardian_id = $2 and left_on is null`,
      line,
    );
  } else {
    await writes.run(
      "families_participant_leaves",
      `update household_participant set left_on = $3, left_reason = $4, left_by_label = $5
       where household_id = $1 and participant_id = $2 and left_on is null`,
      line,
    );
  }
  await writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act: `families.${who.kind}-left`,
    objectKind: who.kind,
    objectId: who.id,
    householdId,
    reason,
    address,
  });
}
