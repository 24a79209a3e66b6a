import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";

import type { Background, NightJob, Visit } from "#identity";
import type { Answer, Reads } from "#platform";

import type { WrappedKey } from "../keys/key-ring.ts";
import { newFileKey, seal } from "../sealed/seal.ts";
import { openFile, type Vault } from "../vault.ts";

/** A file that the program made: its id, and how long it is. */
export interface MadeFile {
  readonly fileId: string;
  readonly bytes: number;
}

/**
 * Seals and keeps a file as it is made, piece by piece, until a moment. The row comes once the file is whole: of one that
 * is cut short, the sweep takes away what there is.
 */
export async function keepMade(
  vault: Vault,
  { authority, database, now }: Background,
  content: AsyncIterable<Uint8Array>,
  until: Temporal.Instant,
): Promise<MadeFile> {
  const fileId = randomUUID();
  const fileKey = newFileKey(fileId);
  const { keyId, wrapped } = await vault.keys.wrap(authority.id, fileKey, now);
  let bytes = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of content) {
      bytes += piece.length;
      yield piece;
    }
  }
  await vault.store.write({ authorityId: authority.id, fileId }, seal(counted(), fileKey));
  await database.writeOnce((writes) =>
    writes.run(
      "documents_keep_made",
      `insert into made_file (id, bytes, key_id, wrapped_key, until) values ($1, $2, $3, $4, $5)`,
      [fileId, bytes, keyId, wrapped, until.toString()],
    ),
  );
  return { fileId, bytes };
}

/**
 * A file that was made, as HTTP answers it; undefined once it is gone. The caller has decided who may.
 * @param name « mes-donnees.zip »
 */
export async function answerMade(
  { authority, database, now }: Pick<Visit, "authority" | "database" | "now">,
  vault: Vault,
  fileId: string,
  { name, type }: { readonly name: string; readonly type: string },
): Promise<Answer | undefined> {
  const kept = await database.read((reads) => madeFile(reads, fileId, now));
  if (kept === undefined) return undefined;
  const bytes = await openFile(vault, { authorityId: authority.id, fileId }, kept);
  const body = Readable.from(bytes, { objectMode: false });
  return { kind: "stored", name, type, length: kept.bytes, inline: false, body };
}

/** Each night, before the sweep: the rows of files whose days are over go, and their keys with them. */
export const forgetMadeJob: NightJob = {
  name: "documents.forget-made",
  schedule: "50 0 * * *",
  async run({ database, now }) {
    await database.writeOnce((writes) =>
      writes.run("documents_forget_made", `delete from made_file where until <= $1`, [now.toString()]),
    );
  },
};

function madeFile(
  reads: Reads,
  fileId: string,
  now: Temporal.Instant,
): Promise<(WrappedKey & { readonly bytes: number }) | undefined> {
  return reads.row(
    "documents_made",
    `select bytes, key_id as "keyId", wrapped_key as wrapped from made_file where id = $1 and until > $2`,
    [fileId, now.toString()],
  );
}
