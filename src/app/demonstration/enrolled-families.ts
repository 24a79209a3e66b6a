import { enrol } from "#bookings";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { CreatedCanteen } from "./offer.ts";
import type { DemonstrationSeason } from "./season.ts";

/** A child of a household, where it eats. */
export interface EnrolledChild {
  participantId: Id<"participant">;
  householdId: Id<"household">;
  /** The first guardian of that household. */
  payerGuardianId: Id<"guardian">;
  activityId: Id<"activity">;
}

/** Enrols every child of a school at its canteen, for each of its households; the first guardian pays. */
export async function enrolSchool(
  writes: Writes,
  { canteen, activityId, seasonId }: CreatedCanteen,
  { season, now }: { season: DemonstrationSeason; now: Temporal.Instant },
): Promise<readonly EnrolledChild[]> {
  const children = await childrenOf(writes, `${canteen.school} – ${canteen.commune}`, season.name);
  const { firstDay, lastDay } = season;
  await enrol(writes, { activityId, seasonId, firstDay, lastDay, now }, children);
  return children.map((child) => ({ ...child, activityId }));
}

function childrenOf(reads: Reads, school: string, schoolYear: string) {
  return reads.rows<{
    participantId: Id<"participant">;
    householdId: Id<"household">;
    payerGuardianId: Id<"guardian">;
  }>(
    "demonstration_children",
    `select card.participant_id as "participantId", card.household_id as "householdId",
            payer.guardian_id as "payerGuardianId"
     from families_schooling schooling
     join families_participant_card card using (participant_id)
     join lateral (select guardian_id from families_guardian_card guardian
                   where guardian.household_id = card.household_id
                   order by civility desc, first_name limit 1) payer on true
     where schooling.school_name = $1 and schooling.school_year = $2
     order by card.last_name, card.first_name, card.household_id`,
    [school, schoolYear],
  );
}
