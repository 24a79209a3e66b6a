import type { Cents } from "#kernel";
import type { Reads } from "#platform";

import type { Payer } from "../rules/owed.ts";
import type { Batch } from "./prepare-batch.ts";
import type { Run } from "./run.ts";
import { FACTS_SEPARATOR, factsOf } from "./write-charges.ts";

/** What a line costs: an amount, a price that nobody can tell, or nothing because it is not there. */
export type LineState =
  | { readonly kind: "amount"; readonly cents: Cents }
  | { readonly kind: "unpriced" }
  | { readonly kind: "absent" };

/** A line of a draft that the facts have left behind. */
export interface MovedLine extends Payer {
  /** « Lina, Restauration scolaire – Rue, Repas ». */
  readonly what: string;
  readonly day: Temporal.PlainDate;
  readonly drafted: LineState;
  readonly now: LineState;
}

interface LineRow extends Payer {
  what: string;
  day: Temporal.PlainDate;
  isDrafted: boolean;
  draftedCents: Cents | null;
  isNow: boolean;
  nowCents: Cents | null;
}

/** The lines of a batch that are not those of the draft, payer after payer and day after day. */
export async function linesMoved(
  reads: Reads,
  { id }: Run,
  { payers, charges, oddities }: Batch,
): Promise<readonly MovedLine[]> {
  const unpriced = oddities.flatMap(({ payer, sourceKey, facts }) =>
    facts.kind === "unpriced" ? [{ payer, sourceKey, day: facts.day, what: facts.what }] : [],
  );
  const lines = [
    ...charges.map(({ payer, sourceKey, day, participant, activity, unit }) => ({
      payer,
      sourceKey,
      day: day.toString(),
      what: [participant, activity, unit].flatMap((one) => one?.name ?? []).join(", "),
    })),
    ...unpriced,
  ];
  const rows = await reads.rows<LineRow>(
    "billing_moved_lines",
    `with payer as (select * from unnest($2::uuid[], $3::uuid[]) as p (household_id, guardian_id)),
     owed as (
       select household_id, guardian_id, source_key, day, what, amount_cents, owed_cents, facts::jsonb as facts,
              true as here
       from unnest($4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::text[], $9::integer[], $10::integer[],
                   string_to_array($11, $12))
         as o (household_id, guardian_id, source_key, day, what, amount_cents, owed_cents, facts)
     ),
     drafted as (
       select c.household_id, c.guardian_id, c.source_key, c.day,
              concat_ws(', ', nullif(c.participant_name, ''), nullif(c.activity_name, ''), nullif(c.unit_name, ''))
                as what,
              c.amount_cents, c.owed_cents, c.facts, true as here
       from payer p
       join charge c on c.run_id = $1 and c.household_id = p.household_id and c.guardian_id = p.guardian_id
       union all
       select o.household_id, o.guardian_id, o.source_key, (o.facts ->> 'day')::date, o.facts ->> 'what', null, null,
              null, true
       from payer p
       join billing_oddity o on o.run_id = $1 and o.kind = 'unpriced' and o.household_id = p.household_id
         and o.guardian_id = p.guardian_id
     )
     select household_id as "householdId", guardian_id as "guardianId", coalesce(owed.what, drafted.what) as what,
            coalesce(owed.day, drafted.day) as day, drafted.here is not null as "isDrafted",
            drafted.amount_cents as "draftedCents", owed.here is not null as "isNow", owed.amount_cents as "nowCents"
     from owed full join drafted using (household_id, guardian_id, source_key)
     where owed.here is distinct from drafted.here or owed.amount_cents is distinct from drafted.amount_cents
       or owed.owed_cents is distinct from drafted.owed_cents or owed.facts is distinct from drafted.facts
     order by household_id, guardian_id, day, source_key`,
    [
      id,
      payers.map(({ householdId }) => householdId),
      payers.map(({ guardianId }) => guardianId),
      lines.map(({ payer }) => payer.householdId),
      lines.map(({ payer }) => payer.guardianId),
      lines.map(({ sourceKey }) => sourceKey),
      lines.map(({ day }) => day),
      lines.map(({ what }) => what),
      [...charges.map(({ amount }) => amount), ...unpriced.map(() => null)],
      [...charges.map(({ owed }) => owed), ...unpriced.map(() => null)],
      factsOf(charges),
      FACTS_SEPARATOR,
    ],
  );
  return rows.map(({ isDrafted, draftedCents, isNow, nowCents, ...line }) => ({
    ...line,
    drafted: stateOf(isDrafted, draftedCents),
    now: stateOf(isNow, nowCents),
  }));
}

function stateOf(isThere: boolean, cents: Cents | null): LineState {
  if (!isThere) return { kind: "absent" };
  return cents === null ? { kind: "unpriced" } : { kind: "amount", cents };
}
