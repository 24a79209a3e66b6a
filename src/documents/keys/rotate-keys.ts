import type { SchemaDatabase, Writes } from "#platform";

import type { KeyRing } from "./key-ring.ts";

const AT_ONCE = 500;

/**
 * Makes a new key for an authority and closes the key of every file under it; the files themselves are not touched. It
 * may run beside the program, and be run again where it was cut short. Returns how many files were closed anew.
 */
export async function rotateKeys(
  database: SchemaDatabase,
  keys: KeyRing,
  authorityId: string,
  now: Temporal.Instant,
): Promise<number> {
  await database.write(async (writes) => {
    // Two at one time would each write the file without the other's key.
    await writes.rows("documents_rotate_alone", `select pg_advisory_xact_lock(hashtext('documents.rotate'))`);
    await keys.rotate(authorityId, now);
  });
  let total = 0;
  for (;;) {
    const some = await database.write((writes) => wrapSome(writes, keys, authorityId, now));
    total += some;
    if (some === 0) return total;
  }
}

async function wrapSome(
  writes: Writes,
  keys: KeyRing,
  authorityId: string,
  now: Temporal.Instant,
): Promise<number> {
  const current = await keys.currentId(authorityId);
  if (current === undefined) throw new Error("No key after a rotation");
  const old = await writes.rows<{ id: string; keyId: string; wrapped: Uint8Array }>(
    "documents_closed_under_old_keys",
    `select id, key_id as "keyId", wrapped_key as wrapped from document_version
     where key_id <> $1 order by key_id, id limit $2 for update`,
    [current, AT_ONCE],
  );
  const anew = await Promise.all(
    old.map(async (one) => keys.wrap(authorityId, await keys.unwrap(authorityId, one.id, one), now)),
  );
  if (old.length === 0) return 0;
  return writes.run(
    "documents_close_under_new_key",
    `update document_version v set key_id = anew.key_id, wrapped_key = decode(anew.wrapped, 'base64')
     from unnest($1::uuid[], $2::uuid[], $3::text[]) as anew (id, key_id, wrapped)
     where v.id = anew.id`,
    [
      old.map(({ id }) => id),
      anew.map(({ keyId }) => keyId),
      anew.map(({ wrapped }) => Buffer.from(wrapped).toString("base64")),
    ],
  );
}
