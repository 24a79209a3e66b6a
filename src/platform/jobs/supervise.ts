import { setTimeout as wait } from "node:timers/promises";

import type { FastifyBaseLogger } from "fastify";

/** Something that runs until it ends by itself or is asked to. */
export interface Running {
  /** Settles when it has ended. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** Keeps one `Running` going. */
export interface Supervised<Kind extends Running> {
  /** The one that runs; undefined between an end and the next start. */
  current(): Kind | undefined;
  stop(): Promise<void>;
}

/** Between two starts: a second, then twice as long each time, a minute at most. */
const PAUSE_MS = { first: 1000, longest: 60_000 };

/**
 * Starts, and starts again whatever ends by itself (PostgreSQL was restarted, say). The first start may throw;
 * later ones are tried until they succeed.
 */
export async function supervise<Kind extends Running>(
  start: () => Promise<Kind>,
  log: FastifyBaseLogger,
): Promise<Supervised<Kind>> {
  const stopping = new AbortController();
  let current: Kind | undefined = await start();
  let pause = PAUSE_MS.first;

  async function keepGoing(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (current === undefined) await startAgain();
      else await watch(current);
    }
    await current?.stop();
    current = undefined;
  }

  async function watch(running: Kind): Promise<void> {
    const started = performance.now();
    await running.ended.catch((error: unknown) => log.error({ err: error }, "ended by itself"));
    if (stopping.signal.aborted) return;
    current = undefined;
    const wasShort = performance.now() - started < PAUSE_MS.longest;
    pause = wasShort ? Math.min(pause * 2, PAUSE_MS.longest) : PAUSE_MS.first;
  }

  async function startAgain(): Promise<void> {
    await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    if (stopping.signal.aborted) return;
    try {
      current = await start();
      log.warn("started again");
    } catch (error) {
      pause = Math.min(pause * 2, PAUSE_MS.longest);
      log.error({ err: error }, "does not start");
    }
  }

  const done = keepGoing();
  return {
    current: () => current,
    stop: async () => {
      stopping.abort();
      await current?.stop();
      await done;
    },
  };
}
