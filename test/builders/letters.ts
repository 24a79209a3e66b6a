import type { TestDatabase } from "#test";

/** A message as it was written. */
export interface WrittenLetter {
  to: string;
  subject: string;
  text: string;
}

/** The messages written to these addresses, in the order of the addresses. */
export async function lettersTo(
  { database }: TestDatabase,
  ...addresses: readonly string[]
): Promise<readonly WrittenLetter[]> {
  return database.read((reads) =>
    reads.rows<WrittenLetter>(
      "test_letters",
      `select to_address as "to", subject, body_text as text from outbox_message
       where to_address = any ($1::text[]) order by array_position($1::text[], to_address), key`,
      [addresses],
    ),
  );
}

/** The facts of every event of a type that was announced and not handled, oldest first. */
export async function announced({ pool }: TestDatabase, type: string): Promise<readonly unknown[]> {
  const { rows } = await pool.query<{ facts: unknown }>(
    `select payload->'facts' as facts from graphile_worker._private_jobs
     where payload->>'type' = $1 order by id`,
    [type],
  );
  return rows.map(({ facts }) => facts);
}
