import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { nameKey } from "../rules/name-key.ts";
import type { NewParticipant } from "./new-people.ts";

/** Somebody known who may be the one whom a form names, with what tells people of one name apart. */
export interface Alike<Name extends string> {
  id: Id<Name>;
  firstName: string;
  lastName: string;
  usageName: string;
  birthDate: Temporal.PlainDate | null;
  phone: string;
  /** « LEFEBVRE (Rue) », for each household. */
  homes: readonly string[];
}

interface Names {
  firstName: string;
  lastName: string;
}

/** The participants of the same names and birth date; an adult whose birth date is not known may be any of them. */
export async function alikeParticipants(
  reads: Reads,
  { kind, firstName, lastName, birthDate }: NewParticipant,
): Promise<readonly Alike<"participant">[]> {
  const found = await reads.rows<Alike<"participant">>(
    "families_alike_participants",
    `select p.id, p.first_name as "firstName", p.last_name as "lastName", p.usage_name as "usageName",
            p.birth_date as "birthDate", '' as phone,
            array(select h.label || case when h.commune = '' then '' else ' (' || h.commune || ')' end
                  from household_participant hp join household h on h.id = hp.household_id
                  where hp.participant_id = p.id and hp.left_on is null order by h.label, h.id) as homes
     from participant p
     where to_tsvector('simple', p.search_key) @@ to_tsquery('simple', $1)
       and (p.birth_date = $2 or ($3 = 'adult' and p.kind = 'adult' and (p.birth_date is null or $2 is null)))
     order by p.birth_date, p.id`,
    [bothNames({ firstName, lastName }), birthDate?.toString() ?? null, kind],
  );
  return found.filter(named({ firstName, lastName }));
}

/** The guardians of the same names. */
export async function alikeGuardians(reads: Reads, names: Names): Promise<readonly Alike<"guardian">[]> {
  const found = await reads.rows<Alike<"guardian">>(
    "families_alike_guardians",
    `select g.id, g.first_name as "firstName", g.last_name as "lastName", '' as "usageName",
            null::date as "birthDate", coalesce(nullif(g.phone_mobile, ''), nullif(g.phone_home, ''), g.phone_work) as phone,
            array(select h.label || case when h.commune = '' then '' else ' (' || h.commune || ')' end
                  from household_guardian hg join household h on h.id = hg.household_id
                  where hg.guardian_id = g.id and hg.left_on is null order by h.label, h.id) as homes
     from guardian g
     where to_tsvector('simple', g.search_key) @@ to_tsquery('simple', $1)
     order by g.id`,
    [bothNames(names)],
  );
  return found.filter(named(names));
}

/** Every file has each of its names in one piece, letters and digits only, among the words that find it. */
const bothNames = ({ firstName, lastName }: Names) => `${nameKey(firstName)} & ${nameKey(lastName)}`;

const named =
  ({ firstName, lastName }: Names) =>
  (one: Pick<Alike<string>, "firstName" | "lastName" | "usageName">) =>
    nameKey(one.firstName) === nameKey(firstName) &&
    [one.lastName, one.usageName].some((name) => nameKey(name) === nameKey(lastName));
