import pg from "pg";

import { authoritySchemas } from "../database/authority-schemas.ts";

/** How many months have their partition ahead of time, the current one included. */
const MONTHS_READY = 3;

/**
 * Gives every authority's journal the partitions of this month and the next two. Run at each start and by a
 * nightly job, on the owner's connection: the program's own role may create no table.
 */
export async function prepareJournals(connectionString: string, now: Temporal.Instant): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: "preau-journal" });
  await client.connect();
  try {
    for (const schema of await authoritySchemas(client)) {
      await client.query("begin");
      await ensureJournalMonths(client, schema, now);
      await client.query("commit");
    }
  } finally {
    await client.end();
  }
}

/**
 * Makes sure that one journal has its partitions, inside the caller's transaction on the owner's connection.
 * Months are those of UTC. A month of which the default partition holds lines already stays there: no line is
 * moved, and none is lost.
 */
export async function ensureJournalMonths(
  client: pg.ClientBase,
  schema: string,
  now: Temporal.Instant,
): Promise<void> {
  const first = now.toZonedDateTimeISO("UTC").toPlainDate().toPlainYearMonth();
  // Two programs that start together take turns, and neither waits for ever behind a long reader.
  await client.query("select pg_advisory_xact_lock(hashtext('preau.journal'))");
  await client.query("set local lock_timeout = '5s'");
  for (let ahead = 0; ahead < MONTHS_READY; ahead += 1) {
    await ensureMonth(client, schema, first.add({ months: ahead }));
  }
}

async function ensureMonth(
  client: pg.ClientBase,
  schema: string,
  month: Temporal.PlainYearMonth,
): Promise<void> {
  const name = `journal_entry_${month.toString().replace("-", "_")}`;
  const from = `${month.toString()}-01T00:00:00Z`;
  const to = `${month.add({ months: 1 }).toString()}-01T00:00:00Z`;
  const settled = await client.query(
    `select 1 where to_regclass($1) is not null
     union all
     (select 1 from "${schema}".journal_entry_default where at >= $2 and at < $3 limit 1)`,
    [`${schema}.${name}`, from, to],
  );
  if (settled.rows.length > 0) return;
  await client.query(
    `create table "${schema}"."${name}" partition of "${schema}".journal_entry for values from ('${from}') to ('${to}')`,
  );
}
