import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { documentKinds } from "#documents";

import { pdf } from "../../documents/sample-files.ts";
import type { Bench } from "../figure.ts";
import { processTree, pssOf } from "../program/processes.ts";
import { startProgram, type Program } from "../program/program.ts";
import { atOnce } from "../storm/at-once.ts";
import { writeStormData } from "../storm/storm-data.ts";
import { sendUpload } from "../uploads/send-upload.ts";
import { inTown } from "../uploads/upload-town.ts";

const UPLOADS = 50;
const MB = 1_000_000;
const LOOK_MS = 20;
const REST_MS = 5000;

/** What the program holds above its rest while 50 files of 10 MB arrive at one time: streamed, never held. Linux only. */
export const uploadMemory: Bench = {
  names: ["upload_memory_mb"],
  async measure({ folder, say }) {
    const dataDir = join(folder, "upload-memory");
    await writeStormData(dataDir);
    const program = await startProgram({
      env: { DATA_DIR: dataDir },
      log: join(folder, "upload-memory.log"),
    });
    try {
      const kinds = await inTown(dataDir, ({ database }) => database.read(documentKinds));
      const kindId = kinds.find(({ about }) => about === "household")?.kindId ?? "";
      const bytes = pdf(10 * MB - 1000);
      const statuses: (number | undefined)[] = [];
      const send = (households: readonly number[]) =>
        atOnce(households, UPLOADS, async (household) => {
          statuses.push(await sendUpload(program.port, { household, formKey: randomUUID(), kindId, bytes }));
        });
      // The first one loads what it needs.
      await send([1]);
      await wait(REST_MS);
      const rest = heldBy(program);
      say(`at rest ${(rest / MB).toFixed(0)} MB`);
      const begun = performance.now();
      const peak = await peakDuring(program, send(Array.from({ length: UPLOADS }, (_, index) => index + 2)));
      const kept = statuses.filter((status) => status === 303).length;
      return {
        upload_memory_mb: {
          value: Math.max(0, peak - rest) / MB,
          facts: {
            rest_mb: Math.round(rest / MB),
            uploads: UPLOADS,
            seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
          },
          flaws: kept === UPLOADS + 1 ? [] : [`${kept} files of ${UPLOADS + 1} were kept`],
        },
      };
    } finally {
      await program.stop();
    }
  },
};

/** The memory of the program itself: PostgreSQL's and the launcher's are no part of an upload. */
function heldBy(program: Program): number {
  const [, ...others] = processTree(program.process.pid ?? 0);
  const own = others.find(({ command }) => command.endsWith("preau.js start"));
  if (own === undefined) throw new Error("The program is gone");
  return pssOf(own);
}

async function peakDuring(program: Program, work: Promise<void>): Promise<number> {
  let peak = heldBy(program);
  const look = setInterval(() => (peak = Math.max(peak, heldBy(program))), LOOK_MS);
  await work.finally(() => clearInterval(look));
  return peak;
}
