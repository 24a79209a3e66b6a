import { once } from "node:events";
import { finished } from "node:stream/promises";

import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

import { readArchive } from "./archive-reader.ts";
import { folderOf, JOBS_FOLDER, qualified, type Manifest } from "./manifest.ts";
import { BackupStopped } from "./refusal.ts";
import { texts } from "./texts.fr.ts";
import { createJobsTable } from "./waiting-jobs.ts";

/** Where the content of a folder goes, and how many rows it must make. */
interface Target {
  into: string;
  rows: number;
}

/**
 * Copies every table of the archive, already checked, into the database, and the waiting jobs into their
 * temporary table. Throws `BackupStopped` when a table has not received all its rows.
 */
export async function loadArchive(client: pg.ClientBase, file: string, manifest: Manifest): Promise<void> {
  const targets = new Map<string, Target>(
    manifest.tables.map((table) => [folderOf(table), { into: intoTable(table), rows: table.rows }]),
  );
  for (const table of manifest.tables) {
    // What migrations wrote by themselves (the first settings of an authority): the archive has its own. Emptied whole,
    // which what only grows (the wordings of consents) refuses row by row.
    const { rows } = await client.query(`select from ${qualified(table)} limit 1`);
    if (rows.length > 0) await client.query(`truncate ${qualified(table)}`);
  }
  targets.set(JOBS_FOLDER, { into: await createJobsTable(client), rows: manifest.jobs.rows });

  let open: { folder: string; copy: Copy } | undefined;
  for await (const { folder, content } of readArchive(file)) {
    if (open?.folder !== folder) {
      await open?.copy.end();
      const target = targets.get(folder);
      open = target === undefined ? undefined : { folder, copy: startCopy(client, folder, target) };
    }
    for await (const chunk of content) await open?.copy.write(chunk);
  }
  await open?.copy.end();
}

function intoTable(table: { schema: string; table: string; columns: readonly string[] }): string {
  return `${qualified(table)} (${table.columns.map((column) => `"${column}"`).join(", ")})`;
}

/** One COPY under way. */
interface Copy {
  write(chunk: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

function startCopy(client: pg.ClientBase, folder: string, { into, rows }: Target): Copy {
  const stream = client.query(copyFrom(`copy ${into} from stdin`));
  const done = finished(stream);
  // Reported by the next write, or by end.
  done.catch(() => undefined);
  return {
    write: async (chunk) => {
      if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), done]);
    },
    end: async () => {
      stream.end();
      await done;
      if (stream.rowCount !== rows) {
        throw new BackupStopped(
          "inconsistent",
          texts.inconsistent(texts.rowsMissing(folder, stream.rowCount, rows)),
        );
      }
    },
  };
}
