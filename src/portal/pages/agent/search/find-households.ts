import type { Id } from "#kernel";
import { searchWords } from "#families";
import type { Reads } from "#platform";

/** A file in the answer to a search. */
export interface FoundHousehold {
  householdId: Id<"household">;
  label: string;
  /** Empty for an agent of some sites, as the address is. */
  commune: string;
  /** The guardians, and the adults who come themselves. */
  adults: string[];
  children: string[];
}

/** The answer: how many files there are, and the first of them. */
export interface FoundHouseholds {
  count: number;
  households: readonly FoundHousehold[];
}

/** Files shown at most; beyond, a further word is asked for. */
export const MOST_SHOWN = 50;

/**
 * The households in which every word begins a name of somebody, or whose telephone or e-mail is what was typed.
 * Nobody is found by words that hold no letter or digit. Of some sites only: the households of whoever is known there,
 * by their names (a brother's elsewhere is none of them) and telephones.
 */
export async function findHouseholds(
  reads: Reads,
  typed: string,
  { siteIds, today }: { siteIds: readonly Id<"site">[] | null; today: Temporal.PlainDate },
): Promise<FoundHouseholds> {
  const words = searchWords(typed);
  if (words === "") return { count: 0, households: [] };
  const rows = await reads.rows<FoundHousehold & { count: number }>(
    "find_households",
    `with named as (
       select household_id from families_search_name
       where to_tsvector('simple', search_key) @@ to_tsquery('simple', $1)
         and (participant_id is null or $5::uuid[] is null or bookings_known_at(participant_id, $5::uuid[], $6))
     ), reached as (
       select household_id from families_guardian_card where email <> '' and lower(email) = $2 and $5::uuid[] is null
       union
       select household_id from families_guardian_card
       where length($3) >= 6 and $3 in (regexp_replace(phone_mobile, '\\D', '', 'g'),
                                        regexp_replace(phone_home, '\\D', '', 'g'),
                                        regexp_replace(phone_work, '\\D', '', 'g'))
     ), found as (
       select household_id from named union select household_id from reached
     )
     select h.household_id as "householdId", h.label, case when $5::uuid[] is null then h.commune else '' end as commune,
            count(*) over () as count, adults.names as adults, people.children
     from found
     join families_household_card h on h.household_id = found.household_id
     cross join lateral (
       select coalesce(array_agg(p.first_name || ' ' || p.last_name order by p.birth_date, p.first_name)
                         filter (where p.kind = 'child'), '{}') as children,
              coalesce(array_agg(p.first_name || ' ' || p.last_name order by p.last_name, p.first_name)
                         filter (where p.kind = 'adult'), '{}') as grown,
              count(*) as known
       from families_participant_card p
       where p.household_id = h.household_id and p.left_on is null
         and ($5::uuid[] is null or bookings_known_at(p.participant_id, $5::uuid[], $6))
     ) people
     cross join lateral (
       select array(select distinct name from (
         select g.first_name || ' ' || g.last_name as name
         from families_guardian_card g where g.household_id = h.household_id
         union all
         select unnest(people.grown)
       ) adult order by name) as names
     ) adults
     where $5::uuid[] is null or people.known > 0
     order by h.label, h.household_id
     limit $4`,
    [words, typed.trim().toLowerCase(), typed.replaceAll(/\D/g, ""), MOST_SHOWN, siteIds, today.toString()],
  );
  return { count: rows[0]?.count ?? 0, households: rows };
}
