import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import type { Bench } from "../figure.ts";
import { processTree } from "../program/processes.ts";
import { startProgram, type Program } from "../program/program.ts";
import { atOnce } from "../storm/at-once.ts";
import { audit } from "../storm/audit.ts";
import { sendWish, type Answered } from "../storm/send-wish.ts";
import { writeStormData } from "../storm/storm-data.ts";
import { stormWishes } from "../storm/wishes.ts";

const AT_ONCE = 200;
/** After so many acknowledged forms, everything is killed. */
const KILLS = [150, 500, 850, 1200, 1550];
const AGAIN_MS = 100;

/**
 * The storm again, while launcher, program and every PostgreSQL process are killed outright five times. A family
 * without an answer sends the same form again, as a browser does when its page is reloaded.
 */
export const lostAcknowledged: Bench = {
  names: ["lost_acknowledged"],
  async measure(bench) {
    const dataDir = join(bench.folder, "lost");
    const start = (port?: number) =>
      startProgram({
        env: { DATA_DIR: dataDir },
        log: join(bench.folder, "lost.log"),
        ...(port === undefined ? {} : { port }),
      });
    await writeStormData(dataDir);
    let program: Program = await start();
    const { port } = program;
    const answered: Answered[] = [];
    const recoveries: number[] = [];
    let sentAgain = 0;
    let ended = false;
    const wishes = stormWishes(Temporal.Now.plainDateISO("Europe/Paris"));

    const storm = atOnce(wishes, AT_ONCE, async (wish) => {
      let answer = await sendWish(port, wish);
      while (answer === undefined && !ended) {
        sentAgain++;
        await wait(AGAIN_MS);
        answer = await sendWish(port, wish);
      }
      if (answer !== undefined) answered.push(answer);
    });
    try {
      for (const reached of KILLS) {
        while (answered.length < reached) await wait(1);
        await killAll(program);
        program = await start(port);
        recoveries.push(Math.round(program.readyMs));
        bench.say(`killed after ${reached}, back in ${recoveries.at(-1)} ms`);
      }
      await storm;
      const found = await audit(dataDir, port, answered);
      const flaws = [
        answered.length === wishes.length ? "" : `${wishes.length - answered.length} families had no receipt`,
        found.disagreeing === 0 ? "" : `${found.disagreeing} counters disagree`,
        found.overbooked === 0 ? "" : `${found.overbooked} places overbooked`,
      ].filter((flaw) => flaw !== "");
      const { bookings } = found;
      return {
        lost_acknowledged: {
          value: found.lost.length,
          facts: {
            kills: KILLS.length,
            acknowledged: answered.length,
            bookings,
            sent_again: sentAgain,
            recoveries_ms: recoveries,
          },
          flaws,
        },
      };
    } finally {
      ended = true;
      await program.stop();
    }
  },
};

/** `kill -9` of the launcher, the program and PostgreSQL, at one stroke. */
async function killAll(program: Program): Promise<void> {
  for (const { pid } of processTree(program.process.pid ?? 0)) process.kill(pid, "SIGKILL");
  await program.stop();
}
