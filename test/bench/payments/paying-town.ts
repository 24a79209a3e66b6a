import type { ClientBase } from "pg";

import { migrateDatabase } from "#platform";

import { createTown } from "../data/directory.ts";
import { familyStatements } from "../data/families.ts";
import { BENCH_ID_FUNCTION } from "../data/ids.ts";
import { openSessions } from "../data/sessions.ts";
import type { Town } from "../data/town.ts";
import { vacuumWritten } from "../data/vacuum-written.ts";
import { withClient } from "../server.ts";

/** A town whose families owe invoices and pay them at PayFiP, or what stands in for it. */
export interface PayingTown extends Pick<Town, "schema" | "host" | "households"> {
  /** How many invoices each family owes, one for each month before this one. */
  readonly months: number;
}

/** What the m-th invoice of a family comes to, in cents: each family another amount, 1 € at least. */
export const totalOf = (household: number, month: number): number =>
  100 + ((household * 137 + month * 1009) % 9_900);

/**
 * Writes the town into an empty server, its payments opened at `origin`.
 * @param more statements for its schema, run after its own
 * @returns the role as which the program works, or null
 */
export async function writePayingTown(
  connectionString: string,
  town: PayingTown,
  origin: string,
  more: readonly string[] = [],
): Promise<string | null> {
  const migrated = await migrateDatabase(connectionString);
  if (!migrated.ok) throw new Error(migrated.refusal.sentence);
  await withClient(connectionString, (client) => fillPayingTown(client, town, origin, more));
  return migrated.role;
}

async function fillPayingTown(
  client: ClientBase,
  town: PayingTown,
  origin: string,
  more: readonly string[],
): Promise<void> {
  await client.query("set session_replication_role = replica");
  await client.query(BENCH_ID_FUNCTION);
  await createTown(client, town, Temporal.Now.instant());
  for (const statement of [...familyStatements(town), ...invoiceStatements(town)])
    await client.query(statement);
  await client.query(
    `insert into gateway_setting (id, opened, origin, account, mode, part_allowed, by_label, at)
     values (gen_random_uuid(), true, $1, '090909', 'production', false, 'Mesures', now() - interval '1 year')`,
    [origin],
  );
  for (const statement of more) await client.query(statement);
  await openSessions(client, town);
  await vacuumWritten(client);
  await client.query("checkpoint");
}

/** Issued invoices and their entries; `bench_id('invoice', h * 1000 + m)` is the m-th of the household h. */
function invoiceStatements({ households, months }: PayingTown): readonly string[] {
  return [
    `insert into billing_run (id, month, state, account_id, by_label, started_at, payers_expected, ended_at, ended_by)
     select pg_temp.bench_id('run', m), first, 'issued', gen_random_uuid(), 'Mesures', now(), 1, now(), 'Mesures'
     from generate_series(1, ${months}) m,
          lateral (select (date_trunc('month', now()) - (m || ' months')::interval)::date as first) dated`,
    `insert into invoice (id, run_id, series, year, number, kind, household_id, guardian_id, month, issued_on, due_on,
                          total_cents, payer_name, address_line, postcode, commune)
     select pg_temp.bench_id('invoice', h * 1000 + m), r.id, 'F', extract(year from r.month), m * 100000 + h, 'invoice',
            pg_temp.bench_id('household', h), pg_temp.bench_id('guardian', 2 * h - 1), r.month, r.month + 31,
            r.month + 61, 100 + (h * 137 + m * 1009) % 9900, 'Mme Claire Mesure', h || ' rue des Tilleuls', '80120', 'Rue'
     from generate_series(1, ${months}) m
     join billing_run r on r.id = pg_temp.bench_id('run', m)
     cross join generate_series(1, ${households}) h`,
    `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, invoice_id, at)
     select household_id, guardian_id, kind, total_cents, issued_on, id, issued_on from invoice order by month, number`,
  ];
}
