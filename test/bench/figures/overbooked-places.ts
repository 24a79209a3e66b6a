import { join } from "node:path";

import type { Bench } from "../figure.ts";
import { startProgram } from "../program/program.ts";
import { atOnce } from "../storm/at-once.ts";
import { audit } from "../storm/audit.ts";
import { readReceipt, sendWish, type Answered } from "../storm/send-wish.ts";
import { writeStormData } from "../storm/storm-data.ts";
import { sharedStorm } from "../storm/shared-storm.ts";
import { stormWishes } from "../storm/wishes.ts";

const AT_ONCE = 200;
const PLACES = 200;

/** 2,000 families send their form, 200 at once, and read their receipt: 6,000 wishes for 200 places. Then the places that units share. */
export const overbookedPlaces: Bench = {
  names: ["overbooked_places"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const dataDir = join(bench.folder, "overbooked");
    await writeStormData(dataDir);
    const log = join(bench.folder, "overbooked.log");
    const program = await startProgram({ env: { DATA_DIR: dataDir }, log });
    running.defer(() => program.stop());
    const wishes = stormWishes(Temporal.Now.plainDateISO("Europe/Paris"));
    const answered: Answered[] = [];
    const begun = performance.now();
    await atOnce(wishes, AT_ONCE, async (wish) => {
      const answer = await sendWish(program.port, wish);
      if (answer === undefined) return;
      answered.push(answer);
      await readReceipt(program.port, answer);
    });
    const seconds = (performance.now() - begun) / 1000;
    bench.say("shared places");
    const shared = await sharedStorm(bench.folder, running);
    const found = await audit(dataDir, program.port, answered);
    const flaws = [
      answered.length === wishes.length ? "" : `${wishes.length - answered.length} families had no receipt`,
      found.untold.length === 0 ? "" : `${found.untold.length} receipts do not tell what was refused`,
      found.lost.length === 0 ? "" : `${found.lost.length} receipts are not found again`,
      found.disagreeing === 0 ? "" : `${found.disagreeing} counters disagree`,
      shared.disagreeing === 0 ? "" : `${shared.disagreeing} counters of shared places disagree`,
      shared.full > 0 ? "" : "No shared place was full",
      found.bookings === PLACES ? "" : `${found.bookings} places taken of ${PLACES}`,
    ].filter((flaw) => flaw !== "");
    const { bookings, refusedLines } = found;
    return {
      overbooked_places: {
        value: found.overbooked + shared.overbooked,
        facts: {
          families: wishes.length,
          bookings,
          refused_and_told: refusedLines,
          seconds: Number(seconds.toFixed(1)),
          shared,
        },
        flaws,
      },
    };
  },
};
