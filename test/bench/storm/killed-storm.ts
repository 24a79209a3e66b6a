import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { processTree } from "../program/processes.ts";
import { startProgram, type Program } from "../program/program.ts";
import { atOnce } from "./at-once.ts";
import { audit, type Audit } from "./audit.ts";
import { insist } from "./insist.ts";
import type { Answered } from "./send-wish.ts";
import { writeStormData } from "./storm-data.ts";
import { stormWishes } from "./wishes.ts";

const PATIENCE_MS = 60_000;

/** A storm during which everything is killed, and what was found afterwards. */
export interface KilledStorm {
  found: Audit;
  acknowledged: number;
  sentAgain: number;
  /** How long each start after a kill took to answer that all is well. */
  recoveriesMs: readonly number[];
}

/**
 * Families send their wishes while launcher, program and every PostgreSQL process are killed outright, each time
 * after so many acknowledged forms. A family without an answer sends the same form again.
 */
export async function killedStorm(options: {
  folder: string;
  today: Temporal.PlainDate;
  /** How many families; all 2,000 unless told. */
  families?: number;
  atOnce: number;
  kills: readonly number[];
  say: (sentence: string) => void;
}): Promise<KilledStorm> {
  const dataDir = join(options.folder, "lost");
  const log = join(options.folder, "lost.log");
  await writeStormData(dataDir);
  let program = await startProgram({ env: { DATA_DIR: dataDir }, log });
  const { port } = program;
  const wishes = stormWishes(options.today).slice(0, options.families);
  const answered: Answered[] = [];
  const recoveriesMs: number[] = [];
  let sentAgain = 0;
  const stop = new AbortController();
  const storm = atOnce(wishes, options.atOnce, async (wish) => {
    const answer = await insist(port, wish, { givenUp: stop.signal, again: () => sentAgain++ });
    if (answer !== undefined) answered.push(answer);
  });
  try {
    for (const acknowledged of options.kills) {
      await until(() => answered.length >= acknowledged);
      await killAll(program);
      program = await startProgram({ env: { DATA_DIR: dataDir }, log, port });
      recoveriesMs.push(Math.round(program.readyMs));
      options.say(`killed after ${acknowledged}, back in ${recoveriesMs.at(-1)} ms`);
    }
    await until(() => answered.length === wishes.length);
    await storm;
    const found = await audit(dataDir, port, answered);
    return { found, acknowledged: answered.length, sentAgain, recoveriesMs };
  } finally {
    stop.abort();
    await program.stop();
  }
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
