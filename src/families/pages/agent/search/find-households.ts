import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { searchWords } from "../../../rules/search-words.ts";

/** A file in the answer to a search. */
export interface FoundHousehold {
  householdId: Id<"household">;
  label: string;
  commune: string;
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
 * Nobody is found by words that hold no letter or digit.
 */
export async function findHouseholds(reads: Reads, typed: string): Promise<FoundHouseholds> {
  const words = searchWords(typed);
  if (words === "") return { count: 0, households: [] };
  const rows = await reads.rows<FoundHousehold & { count: number }>(
    "find_households",
    `with named as (
       select household_id, search_key from household_participant join participant on participant.id = participant_id
       where to_tsvector('simple', search_key) @@ to_tsquery('simple', $1)
       union
       select household_id, search_key from household_guardian join guardian on guardian.id = guardian_id
       where to_tsvector('simple', search_key) @@ to_tsquery('simple', $1)
       union
       select id, search_key from household where to_tsvector('simple', search_key) @@ to_tsquery('simple', $1)
     ), reached as (
       select household_id from household_guardian join guardian on guardian.id = guardian_id
       where email <> '' and lower(email) = $2
       union
       select household_id from household_guardian join guardian on guardian.id = guardian_id
       where length($3) >= 6 and $3 in (regexp_replace(phone_mobile, '\\D', '', 'g'),
                                        regexp_replace(phone_home, '\\D', '', 'g'),
                                        regexp_replace(phone_work, '\\D', '', 'g'))
     ), found as (
       select household_id from named union select household_id from reached
     )
     select h.id as "householdId", h.label, h.commune, count(*) over () as count,
            array(select g.first_name || ' ' || g.last_name from household_guardian hg
                  join guardian g on g.id = hg.guardian_id
                  where hg.household_id = h.id and hg.left_on is null order by g.last_name, g.first_name) as adults,
            array(select p.first_name || ' ' || p.last_name from household_participant hp
                  join participant p on p.id = hp.participant_id
                  where hp.household_id = h.id and hp.left_on is null order by p.birth_date, p.first_name) as children
     from found join household h on h.id = found.household_id
     order by h.label, h.id
     limit $4`,
    [words, typed.trim().toLowerCase(), typed.replaceAll(/\D/g, ""), MOST_SHOWN],
  );
  return { count: rows[0]?.count ?? 0, households: rows };
}
