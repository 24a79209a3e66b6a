import { searchWords } from "#families";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

/** Somebody who may have come without a place. */
export interface Comer {
  participantId: Id<"participant">;
  householdId: Id<"household">;
  householdLabel: string;
  firstName: string;
  lastName: string;
  birthDate: Temporal.PlainDate | null;
  /** Enrolled in an activity of the site that day. */
  enrolled: boolean;
}

/** People shown at most; beyond, a further word is asked for. */
export const MOST_COMERS = 12;

/**
 * Whoever bears these words as the beginnings of names: those enrolled at the site first, the others only where the
 * agent may read families' files.
 */
export function findComers(
  reads: Reads,
  {
    typed,
    site,
    date,
    everybody,
  }: { typed: string; site: Id<"site">; date: Temporal.PlainDate; everybody: boolean },
): Promise<Comer[]> {
  const words = searchWords(typed);
  if (words === "") return Promise.resolve([]);
  return reads.rows<Comer>(
    "attendance_comers",
    `select p.participant_id as "participantId", p.household_id as "householdId", h.label as "householdLabel",
            p.first_name as "firstName", p.last_name as "lastName", p.birth_date as "birthDate", found.enrolled
     from (
       select person.participant_id, person.household_id,
              exists (select from bookings_enrolment_card e
                      join activities_unit_card u on u.activity_id = e.activity_id and u.site_id = $2
                      where e.participant_id = person.participant_id and e.household_id = person.household_id
                        and $3::date between e.first_day and e.last_day) as enrolled
       from families_participant_search person
       where to_tsvector('simple', person.search_key) @@ to_tsquery('simple', $1)
     ) found
     join families_participant_card p
       on p.participant_id = found.participant_id and p.household_id = found.household_id
     join families_household_card h on h.household_id = p.household_id
     where found.enrolled or $4
     order by found.enrolled desc, p.last_name, p.first_name, p.participant_id, h.label
     limit $5`,
    [words, site, date.toString(), everybody, MOST_COMERS],
  );
}
