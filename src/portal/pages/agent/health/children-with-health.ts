import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/**
 * The children of a household whose health record this agent may read: all of them with the right everywhere, else
 * those who are enrolled at one of his or her sites, by any of their households, today or later.
 */
export async function childrenWithHealth(
  reads: Reads,
  actor: SignedIn,
  householdId: Id<"household">,
  today: Temporal.PlainDate,
): Promise<ReadonlySet<Id<"participant">>> {
  const scope = actor.rights.get("health.read");
  if (scope === undefined) return new Set();
  const everywhere = scope === "everywhere";
  const rows = await reads.rows<{ participantId: Id<"participant"> }>(
    "children_with_health",
    `select p.participant_id as "participantId"
     from families_participant_card p
     where p.household_id = $1 and p.kind = 'child'
       and ($2 or exists (
         select from bookings_enrolment_card e
         join activities_unit_card u on u.activity_id = e.activity_id
         where e.participant_id = p.participant_id and e.last_day >= $3::date and u.site_id = any ($4::uuid[])))`,
    [householdId, everywhere, today.toString(), everywhere ? [] : [...scope]],
  );
  return new Set(rows.map(({ participantId }) => participantId));
}
