import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import type { Bench } from "../figure.ts";
import { processTree } from "../program/processes.ts";
import { startProgram, type Program } from "../program/program.ts";
import { atOnce } from "../storm/at-once.ts";
import { audit, type Audit } from "../storm/audit.ts";
import { insist } from "../storm/insist.ts";
import type { Answered } from "../storm/send-wish.ts";
import { writeStormData } from "../storm/storm-data.ts";
import { stormWishes } from "../storm/wishes.ts";

const AT_ONCE = 200;
/** After so many acknowledged forms, everything is killed. */
const KILLS = [150, 500, 850, 1200, 1550];
const PATIENCE_MS = 60_000;

/**
 * The storm again, while launcher, program and every PostgreSQL process are killed outright five times. A family
 * without an answer sends the same form again.
 */
export const lostAcknowledged: Bench = {
  names: ["lost_acknowledged"],
  async measure(bench) {
    const dataDir = join(bench.folder, "lost");
    const log = join(bench.folder, "lost.log");
    await writeStormData(dataDir);
    let program = await startProgram({ env: { DATA_DIR: dataDir }, log });
    const { port } = program;
    const wishes = stormWishes(Temporal.Now.plainDateISO("Europe/Paris"));
    const answered: Answered[] = [];
    const recoveries: number[] = [];
    let sentAgain = 0;
    const stop = new AbortController();
    const storm = atOnce(wishes, AT_ONCE, async (wish) => {
      const answer = await insist(port, wish, { givenUp: stop.signal, again: () => sentAgain++ });
      if (answer !== undefined) answered.push(answer);
    });
    try {
      for (const acknowledged of KILLS) {
        await until(() => answered.length >= acknowledged);
        await killAll(program);
        program = await startProgram({ env: { DATA_DIR: dataDir }, log, port });
        recoveries.push(Math.round(program.readyMs));
        bench.say(`killed after ${acknowledged}, back in ${recoveries.at(-1)} ms`);
      }
      await until(() => answered.length === wishes.length);
      await storm;
      const found = await audit(dataDir, port, answered);
      const { bookings, lost } = found;
      const facts = { kills: KILLS.length, acknowledged: answered.length, bookings, sent_again: sentAgain };
      return {
        lost_acknowledged: {
          value: lost.length,
          facts: { ...facts, recoveries_ms: recoveries },
          flaws: flawsOf(found),
        },
      };
    } finally {
      stop.abort();
      await program.stop();
    }
  },
};

function flawsOf({ disagreeing, overbooked }: Audit): string[] {
  return [
    ...(disagreeing === 0 ? [] : [`${disagreeing} counters disagree`]),
    ...(overbooked === 0 ? [] : [`${overbooked} places overbooked`]),
  ];
}

async function until(reached: () => boolean): Promise<void> {
  const begun = performance.now();
  while (!reached()) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error("The storm does not get on");
    await wait(1);
  }
}

/** `kill -9` of the launcher, the program and PostgreSQL, at one stroke. */
async function killAll(program: Program): Promise<void> {
  for (const { pid } of processTree(program.process.pid ?? 0)) process.kill(pid, "SIGKILL");
  await program.stop();
}
