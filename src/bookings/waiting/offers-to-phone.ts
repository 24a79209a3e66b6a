import type { RightScope } from "#identity";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { sitesOf } from "../occupancy/units-in-scope.ts";

/** A place that waits for the answer of a family that no letter reaches. */
export interface OfferToPhone {
  householdId: Id<"household">;
  /** The household, as agents name it. */
  label: string;
  firstName: string;
  unitName: string;
  siteName: string;
  date: Temporal.PlainDate;
  /** Afterwards it goes to the next family. */
  answerUntil: Temporal.Instant;
}

/**
 * The offers at the sites of a right that are still open at `now`, of families none of whose adults has an e-mail
 * address: somebody has to call them. The most urgent first.
 */
export function offersToPhone(
  reads: Reads,
  scope: RightScope | undefined,
  now: Temporal.Instant,
): Promise<readonly OfferToPhone[]> {
  return reads.rows<OfferToPhone>(
    "offers_to_phone",
    `select t.household_id as "householdId", h.label, p.first_name as "firstName", u.unit_name as "unitName",
            u.site_name as "siteName", s.date, t.answer_until as "answerUntil"
     from waiting_turn t
     join slot s on s.id = t.slot_id
     join activities_unit_card u on u.unit_id = s.unit_id
     join families_household_card h on h.household_id = t.household_id
     join families_participant_card p on p.participant_id = t.participant_id and p.household_id = t.household_id
     where t.state = 'offered' and t.answer_until > $2 and ($1::uuid[] is null or u.site_id = any ($1))
       and not exists (select from families_guardian_card adult
                       where adult.household_id = t.household_id and adult.email <> ''
                         and not exists (select from families_withheld_authority withheld
                                         where withheld.guardian_id = adult.guardian_id
                                           and withheld.participant_id = t.participant_id))
     order by t.answer_until, t.id`,
    [sitesOf(scope), now.toString()],
  );
}
