import type { NightJob } from "#identity";
import type { Reads, SchemaDatabase } from "#platform";

import type { Vault } from "../vault.ts";

/** A file whose row is being written is younger: a request lasts ten minutes at most. */
const ORPHAN_AFTER_MS = 3_600_000;

const AT_ONCE = 500;

/** What a sweep found. */
export interface Swept {
  /** Files that no row names: taken away. */
  readonly orphans: number;
  /** What was being written when the program was killed: taken away. */
  readonly unfinished: number;
  /** Rows whose file is not in the store: documents that were lost. */
  readonly missing: readonly string[];
}

/** Takes away what no row names; says which rows have lost their file. */
export async function sweepFiles(
  vault: Vault,
  authorityId: string,
  database: SchemaDatabase,
  orphanAfterMs = ORPHAN_AFTER_MS,
): Promise<Swept> {
  const unfinished = await vault.store.clearUnfinished(authorityId, orphanAfterMs);
  // The rows first: what is written meanwhile is not missing.
  const missing = new Set(await database.read(versionIds));
  let orphans = 0;
  let old: string[] = [];
  const clear = async () => {
    const named = await database.read((reads) => namedAmong(reads, old));
    for (const fileId of old.filter((id) => !named.has(id))) {
      await vault.store.remove({ authorityId, fileId });
      orphans += 1;
    }
    old = [];
  };
  for await (const { fileId, ageMs } of vault.store.list(authorityId)) {
    missing.delete(fileId);
    if (ageMs >= orphanAfterMs) old.push(fileId);
    if (old.length >= AT_ONCE) await clear();
  }
  await clear();
  return { orphans, unfinished, missing: [...missing] };
}

/** Each night. A document that was lost fails the job: the queue says so in the log, with its id. */
export function sweepJob(vault: Vault): NightJob {
  return {
    name: "documents.sweep",
    schedule: "25 1 * * *",
    async run({ authority, database }) {
      const { missing } = await sweepFiles(vault, authority.id, database);
      if (missing.length > 0) {
        throw new Error(
          `${missing.length} documents have no file, among them ${missing.slice(0, 20).join(", ")}`,
        );
      }
    },
  };
}

async function versionIds(reads: Reads): Promise<string[]> {
  const rows = await reads.rows<{ id: string }>(
    "documents_all_versions",
    `select id from document_version union all select id from made_file`,
  );
  return rows.map(({ id }) => id);
}

async function namedAmong(reads: Reads, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await reads.rows<{ id: string }>(
    "documents_named_among",
    `select id from document_version where id = any ($1::uuid[])
     union all
     select id from made_file where id = any ($1::uuid[])`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
