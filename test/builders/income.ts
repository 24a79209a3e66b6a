import type { Id } from "#kernel";
import type { Writes } from "#platform";

/** What a household of a test earns, from a day on. */
export interface KnownIncome {
  /** 69999 for 699.99. */
  readonly qf?: number;
  /** Cents a month, with how many children depend on it. */
  readonly resources?: number;
  readonly children?: number;
  readonly scheme?: "caf" | "msa" | "other";
  readonly from: string;
  readonly until?: string;
}

/** Writes a quotient, or resources, that an agent entered. */
export async function knowIncome(
  writes: Writes,
  household: { id: Id<"household"> },
  { qf, resources, children, scheme, from, until }: KnownIncome,
): Promise<void> {
  await writes.run(
    "test_income",
    `insert into qf_entry (id, household_id, value_hundredths, resources_cents, dependent_children, aeeh_children, scheme,
                           source, situation_on, received_on, first_day, last_day, to_check, by_label, at)
     values (gen_random_uuid(), $1, $2, $3, $4, 0, $5, 'agent', $6, $6, $6, $7, false, 'Essai', now())`,
    [household.id, qf ?? null, resources ?? null, children ?? null, scheme ?? "caf", from, until ?? null],
  );
}
