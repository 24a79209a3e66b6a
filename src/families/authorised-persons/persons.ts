import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Somebody who may fetch a child, or who may not. */
export interface AuthorisedPerson {
  personId: Id<"authorised-person">;
  participantId: Id<"participant">;
  /** The household that declared the person. */
  householdId: Id<"household">;
  kind: "authorised" | "forbidden";
  firstName: string;
  lastName: string;
  relation: string;
  phone: string;
  firstDay: Temporal.PlainDate;
  lastDay: Temporal.PlainDate | null;
  by: string;
  /** When it was taken back by hand, and by whom. */
  endedAt: Temporal.Instant | null;
  endedBy: string | null;
}

/** Whether a person's day has come and gone, or the declaration was taken back. */
export function isOver(
  { endedAt, lastDay }: Pick<AuthorisedPerson, "endedAt" | "lastDay">,
  today: Temporal.PlainDate,
): boolean {
  return endedAt !== null || (lastDay !== null && Temporal.PlainDate.compare(lastDay, today) < 0);
}

/** Those whom the households of this reach declared, ended ones too; forbidden ones first. */
export function personsDeclaredBy(reads: Reads, reach: FamilyReach): Promise<AuthorisedPerson[]> {
  return persons(reads, reach, []);
}

/** Those declared for the children of a household within this reach, by each of their households: what an agent sees. */
export function personsForFile(
  reads: Reads,
  { householdIds, withheldIds }: FamilyReach,
): Promise<AuthorisedPerson[]> {
  return persons(reads, { householdIds: [], withheldIds }, householdIds);
}

function persons(
  reads: Reads,
  { householdIds, withheldIds }: FamilyReach,
  childrenOf: readonly Id<"household">[],
): Promise<AuthorisedPerson[]> {
  return reads.rows<AuthorisedPerson>(
    "families_persons",
    `select id as "personId", participant_id as "participantId", household_id as "householdId", kind,
            first_name as "firstName", last_name as "lastName", relation, phone, first_day as "firstDay",
            last_day as "lastDay", by_label as by, ended_at as "endedAt", ended_by_label as "endedBy"
     from authorised_person person
     where participant_id <> all ($2::uuid[])
       and (household_id = any ($1::uuid[])
            or participant_id in (select participant_id from household_participant
                                  where household_id = any ($3::uuid[]) and left_on is null))
     order by kind desc, last_name, first_name, created_at, id`,
    [householdIds, withheldIds, childrenOf],
  );
}
