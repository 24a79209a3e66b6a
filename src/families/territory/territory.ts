import type { SignedInVisit } from "#identity";
import { writeJournal, type Reads } from "#platform";

import { nameKey } from "../rules/name-key.ts";

/** The communes of the territory, in the order of their names. */
export async function territoryCommunes(reads: Reads): Promise<readonly string[]> {
  const rows = await reads.rows<{ name: string }>(
    "territory_communes",
    `select name from territory_commune order by name_key`,
  );
  return rows.map(({ name }) => name);
}

/** What the list of communes means for the families that are known. */
export interface ResidenceCounts {
  residents: number;
  others: number;
  /** Communes of families that are not on the list, the most frequent first: a name may be missing. */
  elsewhere: readonly { commune: string; households: number }[];
}

/** Communes named at most of those that are not on the list. */
const MOST_ELSEWHERE = 12;

/** How many families live in the territory, and where the others do. */
export async function residenceCounts(reads: Reads): Promise<ResidenceCounts> {
  const counts = await reads.row<Omit<ResidenceCounts, "elsewhere">>(
    "residence_counts",
    `select count(*) filter (where resident) as residents, count(*) filter (where not resident) as others
     from families_residence`,
  );
  const elsewhere = await reads.rows<ResidenceCounts["elsewhere"][number]>(
    "residence_elsewhere",
    `select min(h.commune) as commune, count(*) as households
     from household h join families_residence on household_id = h.id
     where not resident group by h.commune_key order by count(*) desc, h.commune_key limit $1`,
    [MOST_ELSEWHERE],
  );
  return { residents: counts?.residents ?? 0, others: counts?.others ?? 0, elsewhere };
}

/** What another list of communes would change: which names come and go, and for how many families. */
export interface TerritoryChange {
  added: readonly string[];
  removed: readonly string[];
  /** Households that would live in the territory from now on. */
  arriving: number;
  /** Households that live in the territory and no more would. */
  leaving: number;
}

/** What the list would change, before it is written. */
export async function territoryChange(reads: Reads, names: readonly string[]): Promise<TerritoryChange> {
  const before = await territoryCommunes(reads);
  const keys = new Set(names.map(nameKey));
  const known = new Set(before.map(nameKey));
  const moving = await reads.row<Pick<TerritoryChange, "arriving" | "leaving">>(
    "territory_moving",
    `with wanted as (select families_name_key(name) as name_key from unnest($1::text[]) name)
     select count(*) filter (where is_in and resident is not true)::integer as arriving,
            count(*) filter (where resident and not is_in)::integer as leaving
     from (
       select now.resident, exists (select from wanted where wanted.name_key = h.commune_key) as is_in
       from household h join families_residence now on now.household_id = h.id
     ) household_then`,
    [names],
  );
  return {
    added: names.filter((name) => !known.has(nameKey(name))),
    removed: before.filter((name) => !keys.has(nameKey(name))),
    arriving: moving?.arriving ?? 0,
    leaving: moving?.leaving ?? 0,
  };
}

/**
 * @rule Qui habite le territoire
 *
 * Une famille habite le territoire si la commune de son foyer est dans la liste des communes de la collectivité,
 * accents, tirets et majuscules mis à part. Tant que la liste est vide, on ne le sait d’aucune. Un enfant de deux
 * foyers a deux réponses : chaque foyer a la sienne.
 *
 * Replaces the list; two spellings of one commune count once, the last one written stays.
 */
export async function nameTerritory(
  { actor, database, now, address }: Pick<SignedInVisit, "actor" | "database" | "now" | "address">,
  names: readonly string[],
): Promise<void> {
  await database.write(async (writes) => {
    const before = await territoryCommunes(writes);
    await writes.run(
      "territory_forget",
      `delete from territory_commune where name_key <> all (select families_name_key(name) from unnest($1::text[]) name)`,
      [names],
    );
    await writes.run(
      "territory_name",
      `insert into territory_commune (name)
       select distinct on (families_name_key(name)) name
       from unnest($1::text[]) with ordinality as t (name, position)
       order by families_name_key(name), position desc
       on conflict (name_key) do update set name = excluded.name`,
      [names],
    );
    const after = await territoryCommunes(writes);
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "families.territory-named",
      facts: {
        added: after.filter((n) => !before.includes(n)),
        removed: before.filter((n) => !after.includes(n)),
      },
      address,
    });
  });
}
