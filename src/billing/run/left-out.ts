import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import type { OddityFacts } from "./oddities.ts";
import type { Run } from "./run.ts";

/**
 * Leaves out of a draft what was left out of the draft that it replaces, with the same words: the same line, for the same
 * cause. Another cause is another question, and is asked.
 */
export async function keepChoices(writes: Writes, { id, insteadOf }: Run): Promise<void> {
  if (insteadOf === null) return;
  await writes.run(
    "billing_keep_left_out",
    `update billing_oddity o
     set left_out_by = before.left_out_by, left_out_at = before.left_out_at, left_out_why = before.left_out_why
     from billing_oddity before
     where before.run_id = $2 and before.left_out_at is not null and o.run_id = $1 and o.kind = before.kind
       and o.household_id = before.household_id and o.guardian_id = before.guardian_id
       and o.source_key = before.source_key and o.facts -> 'hole' = before.facts -> 'hole'
       and o.left_out_at is null`,
    [id, insteadOf],
  );
}

/** A line that was left out of the draft before, and is not left out of this one. */
export interface ChoiceNotKept {
  readonly household: string;
  readonly facts: OddityFacts;
  readonly why: string;
  /** What it is now: it has a price, has none for another cause, or is not owed any more. */
  readonly now: "priced" | "another-cause" | "gone";
}

/** What was left out of the draft that this one replaces, and could not be left out again; by family, day after day. */
export async function choicesNotKept(
  reads: Reads,
  { id, insteadOf }: Pick<Run, "id" | "insteadOf">,
): Promise<readonly ChoiceNotKept[]> {
  if (insteadOf === null) return [];
  return reads.rows<ChoiceNotKept>(
    "billing_left_out_not_kept",
    `select coalesce(h.label, '') as household, before.facts, before.left_out_why as why,
            case when c.id is not null then 'priced' when o.id is not null then 'another-cause' else 'gone' end as now
     from billing_oddity before
     left join billing_oddity o on o.run_id = $1 and o.kind = before.kind and o.household_id = before.household_id
       and o.guardian_id = before.guardian_id and o.source_key = before.source_key
     left join charge c on c.run_id = $1 and c.household_id = before.household_id
       and c.guardian_id = before.guardian_id and c.source_key = before.source_key
     left join families_household_card h on h.household_id = before.household_id
     where before.run_id = $2 and before.kind = 'unpriced' and before.left_out_at is not null
       and (o.id is null or o.facts -> 'hole' <> before.facts -> 'hole')
     order by h.label, before.household_id, before.facts ->> 'day', before.source_key`,
    [id, insteadOf],
  );
}

/**
 * @rule Ce qui est laissé de côté n’est pas oublié
 *
 * Un prix laissé de côté n’est pas facturé avec son mois. Chaque facturation d’un autre mois le montre parmi ce qui est à
 * regarder, jusqu’à ce que son propre mois soit préparé à nouveau et émis (le prix y est facturé, ou laissé de côté
 * encore), ou qu’un agent dise, avec une raison, qu’il ne sera pas facturé ici.
 *
 * Exemple : le contrat de crèche d’octobre 2026 est laissé de côté, faute de ressources ; la facturation de novembre le
 * rappelle. Les ressources notées et octobre préparé à nouveau, le complément part et plus rien n’est à regarder.
 *
 * Writes them beside the charges of a run that is drafted.
 */
export async function writeLeftOutOddities(writes: Writes, { id }: { id: Id<"run"> }): Promise<void> {
  await writes.run(
    "billing_left_out_oddities",
    `insert into billing_oddity (run_id, household_id, guardian_id, kind, source_key, facts)
     select run.id, o.household_id, o.guardian_id, 'left_out', to_char(origin.month, 'YYYY-MM ') || o.source_key,
            jsonb_build_object('kind', 'left_out', 'month', to_char(origin.month, 'YYYY-MM'), 'why', o.left_out_why,
                               'hole', o.facts -> 'hole', 'what', o.facts -> 'what', 'day', o.facts -> 'day')
     from billing_run run
     join billing_run origin on origin.state = 'issued' and origin.month <> run.month
     join billing_oddity o on o.run_id = origin.id and o.kind = 'unpriced' and o.left_out_at is not null
     where run.id = $1
       and not exists (select from billing_run later
                       where later.month = origin.month and later.id <> origin.id and later.state = 'issued'
                         and later.ended_at >= origin.ended_at)
       and not exists (select from billing_oddity closed
                       where closed.kind = 'left_out' and closed.left_out_at is not null
                         and closed.household_id = o.household_id and closed.guardian_id = o.guardian_id
                         and closed.source_key = to_char(origin.month, 'YYYY-MM ') || o.source_key
                         and closed.left_out_at >= o.left_out_at)
     on conflict do nothing`,
    [id],
  );
}
