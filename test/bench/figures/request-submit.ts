import { randomUUID } from "node:crypto";
import { join } from "node:path";

import { pdf } from "../../documents/sample-files.ts";
import { benchId } from "../data/ids.ts";
import type { Bench } from "../figure.ts";
import { startProgram } from "../program/program.ts";
import { median, spread } from "../statistics.ts";
import { writeStormData } from "../storm/storm-data.ts";
import { DOCUMENTS, publishThreeDocuments } from "../uploads/request-kind.ts";
import { sendForm, type SentForm } from "../uploads/send-upload.ts";
import { inTown } from "../uploads/upload-town.ts";

const WARM_UP = 3;
const REQUESTS = 20;
const BYTES = 2_000_000;

/**
 * A request with three files of 2 MB, each time of another family: from the first file to the acknowledgement, so the
 * four forms that a browser sends. The draft stands already.
 */
export const requestSubmit: Bench = {
  names: ["request_submit_ms_p50"],
  async measure({ folder }) {
    const dataDir = join(folder, "request-submit");
    await writeStormData(dataDir);
    const log = join(folder, "request-submit.log");
    const program = await startProgram({ env: { DATA_DIR: dataDir }, log });
    try {
      const kindId = await inTown(dataDir, ({ database }) =>
        publishThreeDocuments(database, Temporal.Now.instant()),
      );
      const took: number[] = [];
      for (let household = 1; household <= WARM_UP + REQUESTS; household++) {
        const ms = await submitOne(program.port, household, kindId);
        if (household > WARM_UP) took.push(ms);
      }
      const sent = await inTown(dataDir, ({ database }) =>
        database.read((reads) =>
          reads.row<{ count: number }>(
            "bench_submissions",
            "select count(*)::integer as count from request_submission",
          ),
        ),
      );
      const kept = sent?.count ?? 0;
      return {
        request_submit_ms_p50: {
          value: median(took),
          facts: { ...spread(took), requests: REQUESTS, bytes: DOCUMENTS.length * BYTES },
          flaws: kept === WARM_UP + REQUESTS ? [] : [`${kept} requests were kept: see ${log}`],
        },
      };
    } finally {
      await program.stop();
    }
  },
};

async function submitOne(port: number, household: number, kindId: string): Promise<number> {
  const mustLead = async (form: Omit<SentForm, "household">): Promise<string> => {
    const { status, location } = await sendForm(port, { household, ...form });
    if (status !== 303 || location === undefined) throw new Error(`${form.path} answered ${status}`);
    return location;
  };
  const fields = { cle: randomUUID(), foyer: benchId("household", household) };
  const begunAt = await mustLead({ path: `/demarches/nouvelle/${kindId}`, fields });
  const base = begunAt.replace("/continuer", "");
  const begun = performance.now();
  for (const name of DOCUMENTS) {
    const chosen = { cle: randomUUID(), document: "nouveau" };
    await mustLead({ path: `${base}/etapes/${name}`, fields: chosen, file: pdf(BYTES) });
  }
  await mustLead({ path: `${base}/envoyer`, fields: {} });
  return performance.now() - begun;
}
