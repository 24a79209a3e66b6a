import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Somebody whom a document may be about. */
export interface DocumentPerson {
  readonly householdId: Id<"household">;
  readonly id: string;
  readonly name: string;
  readonly isChild: boolean;
}

/** The household, and who of it is within the reach of whoever asks: the children first, the eldest first. */
export interface DocumentHousehold {
  readonly householdId: Id<"household">;
  readonly label: string;
  readonly people: readonly DocumentPerson[];
}

interface PersonRow extends DocumentPerson {
  readonly label: string;
}

/** Whom documents may be about within this reach, household by household. Nobody of a child's other household. */
export async function documentPeople(
  reads: Reads,
  { householdIds, withheldIds }: FamilyReach,
): Promise<readonly DocumentHousehold[]> {
  const rows = await reads.rows<PersonRow>(
    "families_document_people",
    `select h.id as "householdId", h.label, who.id, who.name, who.is_child as "isChild"
     from household h
     join (
       select hp.household_id, p.id, p.first_name || ' ' || case when p.usage_name = '' then p.last_name
                                                                else p.usage_name end as name,
              p.kind = 'child' as is_child, p.birth_date
       from household_participant hp join participant p on p.id = hp.participant_id
       where hp.left_on is null and p.kind = 'child'
       union all
       select hg.household_id, g.id, g.first_name || ' ' || g.last_name, false, null
       from household_guardian hg join guardian g on g.id = hg.guardian_id
       where hg.left_on is null
     ) who on who.household_id = h.id
     where h.id = any ($1::uuid[]) and who.id <> all ($2::uuid[])
     order by h.label, h.id, who.is_child desc, who.birth_date, who.name, who.id`,
    [householdIds, withheldIds],
  );
  return [...Map.groupBy(rows, ({ householdId }) => householdId).values()].flatMap((people) => {
    const [first] = people;
    if (first === undefined) return [];
    const { householdId, label } = first;
    return [{ householdId, label, people }];
  });
}
