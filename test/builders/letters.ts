import { expect } from "vitest";

import type { TestDatabase } from "#test";

/** A message as it was written. */
export interface WrittenLetter {
  to: string;
  subject: string;
  text: string;
}

/** An ordinary space where a line must not end: before a sign, in an amount, in a time. */
const LOOSE = / [:;!?»€]|« |\d h( \d\d|\b)/;

/**
 * The messages written to these addresses, in the order of the addresses. Whatever the letter, its signs, amounts and
 * times are tied by no-break spaces; those of the signs are given back as ordinary ones, so that a test can be read.
 */
export async function lettersTo(
  { database }: TestDatabase,
  ...addresses: readonly string[]
): Promise<readonly WrittenLetter[]> {
  const letters = await database.read((reads) =>
    reads.rows<WrittenLetter>(
      "test_letters",
      `select to_address as "to", subject, body_text as text from outbox_message
       where to_address = any ($1::text[]) order by array_position($1::text[], to_address), key`,
      [addresses],
    ),
  );
  return letters.map(({ to, subject, text }) => ({ to, subject: asTyped(subject), text: asTyped(text) }));
}

function asTyped(words: string): string {
  expect(words).not.toMatch(LOOSE);
  return words.replaceAll(/\u00a0(?=[:;!?»])|(?<=«)\u00a0/g, " ");
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
