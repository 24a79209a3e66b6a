import { setTimeout as wait } from "node:timers/promises";

import { startPostmaster, type Postmaster, type StartOptions } from "./postmaster.ts";
import { isAlive } from "./processes.ts";
import { texts } from "./texts.fr.ts";

/** The guard of one running server. */
export interface Watch {
  /** Number of the server's process at present; it changes when the server is started again. */
  pid(): number;
  /** Ends the guard, not the server; resolves once no restart is under way. */
  end(): Promise<void>;
}

const LOOK_EVERY_MS = 250;
/** After five deaths in ten minutes the cause does not pass by itself, and restarting hides it. */
const DEATHS_TOLERATED = 5;
const DEATHS_FORGOTTEN_AFTER_MS = 10 * 60_000;

/** Starts the server again when it dies while the program runs; the pool's connections come back by themselves. */
export function watchPostmaster(first: Postmaster, options: StartOptions): Watch {
  let current = first;
  let deaths: number[] = [];
  let ended = false;
  let restart: Promise<void> | undefined;

  const look = setInterval(() => {
    if (restart === undefined && !isAlive(current.pid))
      restart = bringBack().finally(() => (restart = undefined));
  }, LOOK_EVERY_MS);
  look.unref();

  async function bringBack(): Promise<void> {
    const now = performance.now();
    deaths = [...deaths.filter((at) => now - at < DEATHS_FORGOTTEN_AFTER_MS), now];
    if (deaths.length > DEATHS_TOLERATED) {
      clearInterval(look);
      options.log(texts.gaveUp);
      return;
    }
    options.log(texts.diedAndRestarts);
    const started = await startPostmaster(options);
    options.log(started.ok ? texts.restarted : texts.restartFailed(started.refusal.sentence));
    if (started.ok) current = started.value;
    else if (!ended) await wait(1_000 * deaths.length, undefined, { ref: false });
  }

  return {
    pid: () => current.pid,
    end: async () => {
      ended = true;
      clearInterval(look);
      await restart;
    },
  };
}
