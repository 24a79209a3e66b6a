import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** An adult of a household, as the household itself sees him or her. */
export interface OwnAdult {
  guardianId: Id<"guardian">;
  name: string;
  email: string;
  phone: string;
}

/** A household, its address and its adults; nothing of any other one. */
export interface OwnHousehold {
  householdId: Id<"household">;
  label: string;
  address: string;
  adults: readonly OwnAdult[];
}

interface AdultRow extends OwnAdult {
  householdId: Id<"household">;
  label: string;
  address: string;
}

/** These households with their adults, in the order of their labels. */
export async function ownHouseholds(
  reads: Reads,
  householdIds: readonly Id<"household">[],
): Promise<readonly OwnHousehold[]> {
  const rows = await reads.rows<AdultRow>(
    "families_own_households",
    `select h.id as "householdId", h.label,
            concat_ws(', ', nullif(h.address_line, ''), nullif(concat_ws(' ', h.postcode, h.commune), '')) as address,
            g.id as "guardianId", g.first_name || ' ' || g.last_name as name, g.email,
            coalesce(nullif(g.phone_mobile, ''), nullif(g.phone_home, ''), g.phone_work) as phone
     from household h
     join household_guardian hg on hg.household_id = h.id
     join guardian g on g.id = hg.guardian_id
     where h.id = any ($1::uuid[]) and hg.left_on is null
     order by h.label, h.id, g.last_name, g.first_name, g.id`,
    [householdIds],
  );
  return [...Map.groupBy(rows, ({ householdId }) => householdId).values()].flatMap((adults) => {
    const [first] = adults;
    if (first === undefined) return [];
    const { householdId, label, address } = first;
    return [{ householdId, label, address, adults }];
  });
}
