import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { documentKinds, openVault, sweepFiles } from "#documents";

import { pdf } from "../../documents/sample-files.ts";
import { benchToken } from "../data/sessions.ts";
import { STORM_TOWN } from "../data/town.ts";
import { connectHttp } from "../program/http-client.ts";
import { processTree } from "../program/processes.ts";
import { startProgram, type Program } from "../program/program.ts";
import { atOnce } from "../storm/at-once.ts";
import { writeStormData } from "../storm/storm-data.ts";
import { sendUpload, type Upload } from "./send-upload.ts";
import { inTown } from "./upload-town.ts";

const AGAIN_MS = 100;
const PATIENCE_MS = 60_000;

/** What was found after files were sent while everything was killed, or onto a disk that filled up. */
export interface UploadsFound {
  acknowledged: number;
  /** How often the answer was that the store is full. */
  full: number;
  /** Acknowledged files that the espace does not give back byte for byte. */
  lost: readonly string[];
  /** What the sweep took away, and what it left that no row names. */
  swept: number;
  orphansLeft: number;
}

/**
 * Families send files while launcher, program and PostgreSQL are killed outright, each time after so many acknowledged
 * ones. A family without an answer sends the same form again; one that is told that the store is full does not.
 */
export async function killedUploads(options: {
  folder: string;
  uploads: number;
  atOnce: number;
  kills: readonly number[];
  /** The bytes of each file beyond its page. */
  more: number;
  /** Where files are kept; in the data folder unless told. */
  filesDir?: string;
  say: (sentence: string) => void;
}): Promise<UploadsFound> {
  const dataDir = join(options.folder, "uploads");
  const log = join(options.folder, "uploads.log");
  const filesDir = options.filesDir ?? join(dataDir, "documents");
  const env = { DATA_DIR: dataDir, FILES_DIR: filesDir };
  await writeStormData(dataDir);
  let program = await startProgram({ env, log });
  const { port } = program;
  try {
    const wishes = await uploadsOf(dataDir, options);
    const acknowledged: Upload[] = [];
    let full = 0;
    const stop = new AbortController();
    const storm = atOnce(wishes, options.atOnce, async (wish) => {
      while (!stop.signal.aborted) {
        const status = await sendUpload(port, wish);
        if (status === 303) acknowledged.push(wish);
        else if (status === 422) full++;
        if (status === 303 || status === 422) return;
        await wait(AGAIN_MS);
      }
    });
    try {
      for (const count of options.kills) {
        await until(() => acknowledged.length >= count);
        await killAll(program);
        program = await startProgram({ env, log, port });
        options.say(`killed after ${count}, back in ${Math.round(program.readyMs)} ms`);
      }
      await storm;
    } finally {
      stop.abort();
    }
    const found = await audit({ dataDir, filesDir, port }, acknowledged);
    return { acknowledged: acknowledged.length, full, ...found };
  } finally {
    await program.stop();
  }
}

function uploadsOf(
  dataDir: string,
  { uploads, more }: { uploads: number; more: number },
): Promise<readonly Upload[]> {
  return inTown(dataDir, async ({ database }) => {
    const kinds = await database.read(documentKinds);
    const kindId = kinds.find(({ about }) => about === "household")?.kindId ?? "";
    return Array.from({ length: uploads }, (_, index) => ({
      household: 1 + (index % STORM_TOWN.households),
      formKey: randomUUID(),
      kindId,
      bytes: Buffer.concat([pdf(more), Buffer.from(`% ${index}\n%%EOF\n`)]),
    }));
  });
}

async function audit(
  { dataDir, filesDir, port }: { dataDir: string; filesDir: string; port: number },
  acknowledged: readonly Upload[],
): Promise<Pick<UploadsFound, "lost" | "swept" | "orphansLeft">> {
  const lost: string[] = [];
  return inTown(dataDir, async ({ authorityId, database }) => {
    const rows = await database.read((reads) =>
      reads.rows<{ id: string; formKey: string }>(
        "bench_versions",
        `select id, form_key as "formKey" from document_version`,
      ),
    );
    const ids = new Map(rows.map(({ id, formKey }) => [formKey, id]));
    await atOnce(acknowledged, 8, async (upload) => {
      if (!(await givenBack(port, upload, ids.get(upload.formKey)))) lost.push(upload.formKey);
    });
    const keysDir = join(dataDir, "keys");
    const vault = openVault({ filesDir, keysDir, s3: null, clamd: null, mostMegabytes: 10 });
    const { orphans, unfinished, missing } = await sweepFiles(vault, authorityId, database, 0);
    const again = await sweepFiles(vault, authorityId, database, 0);
    const left = again.orphans + again.unfinished;
    return { lost: [...lost, ...missing], swept: orphans + unfinished, orphansLeft: left };
  });
}

async function givenBack(port: number, upload: Upload, id: string | undefined): Promise<boolean> {
  if (id === undefined) return false;
  const session = benchToken(upload.household);
  const http = connectHttp({ port, host: STORM_TOWN.host, session });
  try {
    const { status, body } = await http.get(`/documents/fichiers/${id}`);
    const sum = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
    return status === 200 && sum(body) === sum(upload.bytes);
  } finally {
    http.close();
  }
}

async function until(reached: () => boolean): Promise<void> {
  const begun = performance.now();
  while (!reached()) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error("The uploads do not get on");
    await wait(1);
  }
}

/** `kill -9` of the launcher, the program and PostgreSQL, at one stroke. */
async function killAll(program: Program): Promise<void> {
  for (const { pid } of processTree(program.process.pid ?? 0)) process.kill(pid, "SIGKILL");
  await program.stop();
}
