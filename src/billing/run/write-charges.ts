import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { KeptFacts } from "../owed/owed-charges.ts";
import type { NewCharge } from "../rules/difference.ts";

/**
 * Between the facts of two charges: JSON escapes it. As an array of texts, each of whose quotation marks is escaped and
 * read again, facts took three quarters of the time of the whole draft.
 */
export const FACTS_SEPARATOR = "\u001e";

/** The facts of charges as one text, in their order. */
export const factsOf = (charges: readonly NewCharge<KeptFacts>[]): string =>
  charges.map(({ facts }) => JSON.stringify(facts)).join(FACTS_SEPARATOR);

/** Writes the charges of a batch in one statement: 5,000 of them one by one would take ten times as long. */
export async function writeCharges(
  writes: Writes,
  run: Id<"run">,
  charges: readonly NewCharge<KeptFacts>[],
): Promise<void> {
  if (charges.length === 0) return;
  await writes.run(
    "billing_charges_write",
    `insert into charge (run_id, household_id, guardian_id, participant_id, participant_name, activity_id,
                         activity_name, unit_id, unit_name, day, source_key, kind, amount_cents, owed_cents, facts,
                         corrects)
     select $1, household_id, guardian_id, participant_id, participant_name, activity_id, activity_name, unit_id,
            unit_name, day, source_key, kind, amount_cents, owed_cents, facts::jsonb, corrects
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::uuid[], $9::text[],
                 $10::date[], $11::text[], $12::text[], $13::integer[], $14::integer[], string_to_array($15, $17), $16::uuid[])
       as c (household_id, guardian_id, participant_id, participant_name, activity_id, activity_name, unit_id,
             unit_name, day, source_key, kind, amount_cents, owed_cents, facts, corrects)`,
    [
      run,
      charges.map(({ payer }) => payer.householdId),
      charges.map(({ payer }) => payer.guardianId),
      charges.map(({ participant }) => participant?.id ?? null),
      charges.map(({ participant }) => participant?.name ?? ""),
      charges.map(({ activity }) => activity?.id ?? null),
      charges.map(({ activity }) => activity?.name ?? ""),
      charges.map(({ unit }) => unit?.id ?? null),
      charges.map(({ unit }) => unit?.name ?? ""),
      charges.map(({ day }) => day.toString()),
      charges.map(({ sourceKey }) => sourceKey),
      charges.map(({ kind }) => kind),
      charges.map(({ amount }) => amount),
      charges.map(({ owed }) => owed),
      factsOf(charges),
      charges.map(({ corrects }) => corrects),
      FACTS_SEPARATOR,
    ],
  );
}
