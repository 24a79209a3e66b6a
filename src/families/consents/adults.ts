import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** An adult of a household, and since when the ways to reach him or her are proved. */
export interface AdultContact {
  readonly guardianId: Id<"guardian">;
  readonly name: string;
  readonly email: string;
  readonly emailProvedAt: Temporal.Instant | null;
  readonly phone: string;
  readonly phoneProvedAt: Temporal.Instant | null;
}

/** The adults of a household today, by name. */
export function ownAdults(reads: Reads, householdId: Id<"household">): Promise<AdultContact[]> {
  return reads.rows<AdultContact>(
    "families_adult_contacts",
    `select g.id as "guardianId", g.first_name || ' ' || g.last_name as name, g.email,
            p.email_proved_at as "emailProvedAt", g.phone_mobile as phone, p.phone_proved_at as "phoneProvedAt"
     from household_guardian hg
     join guardian g on g.id = hg.guardian_id
     join families_proved_contact p on p.guardian_id = g.id
     where hg.household_id = $1 and hg.left_on is null
     order by g.last_name, g.first_name, g.id`,
    [householdId],
  );
}
