import { EventEmitter } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

import type { FastifyBaseLogger } from "fastify";
import { Logger, parseCronItems, run, type Runner, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";

import { freeJobsOfDeadWorkers, showAlive } from "./dead-workers.ts";
import { signOfLife } from "./sign-of-life.ts";
import { type Running, supervise } from "./supervise.ts";
import { scheduleOf, tasksOf, type Work } from "./tasks.ts";

/** What the composition root brings to the worker. */
export interface WorkerSettings<Context> extends Work<Context> {
  pool: Pool;
}

/** A worker that runs, and starts again when it ends by itself. */
export interface Worker {
  /** Whether it runs and its queue answers. */
  healthy(): boolean;
  /** Takes no new job, lets those in hand end for a few seconds, then gives them back to be tried again. */
  stop(): Promise<void>;
}

/** How long jobs in hand may take to end when the program stops. */
const FAREWELL_MS = 6_000;
/** How often jobs left by killed programs are looked for. */
const SEARCH_MS = 60_000;

/** Starts the worker: events as they come, periodic jobs at their hour. Failed jobs are tried again, later and later. */
export async function startWorker<Context>(settings: WorkerSettings<Context>): Promise<Worker> {
  const { pool, log } = settings;
  const search = () => {
    freeJobsOfDeadWorkers(pool).catch((error: unknown) => log.warn({ err: error }, "dead workers unknown"));
  };
  const start = async () => {
    const queue = await runQueue(settings);
    search();
    return queue;
  };
  const supervised = await supervise(start, log.child({ part: "job worker" }));
  const searching = setInterval(search, SEARCH_MS);
  return {
    healthy: () => supervised.current()?.alive() ?? false,
    stop: async () => {
      clearInterval(searching);
      await supervised.stop();
    },
  };
}

async function runQueue<Context>(settings: WorkerSettings<Context>): Promise<Running & { alive(): boolean }> {
  const { pool, log } = settings;
  const events: WorkerEvents = new EventEmitter();
  const life = signOfLife(events);
  showAlive(events, log);
  const runner = await run({
    pgPool: pool,
    taskList: tasksOf(settings),
    parsedCronItems: parseCronItems(scheduleOf(settings)),
    events,
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: quietLogger(log),
    // In batches: one by one, the queue does not wait for a job to be ticked off, neither when it stops nor to
    // see that it failed.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
  });
  return { ended: runner.promise, stop: () => endInTime(runner, log), alive: life.recent };
}

/** Stops in order; jobs that do not end in time are given back to the queue. */
async function endInTime(runner: Runner, log: FastifyBaseLogger): Promise<void> {
  // A runner that has stopped already says so by a rejection.
  const ended = runner.stop().then(
    () => true,
    () => true,
  );
  if (await Promise.race([ended, wait(FAREWELL_MS, false, { ref: false })])) return;
  log.warn("jobs in hand are given back: they will be tried again");
  await runner.kill().catch((error: unknown) => log.warn({ err: error }, "jobs not given back"));
}

/** The worker tells its starts and ends at length: only what goes wrong is kept. */
function quietLogger(log: FastifyBaseLogger): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ job: message }, "job");
    else if (level === "warning") log.warn({ job: message }, "job");
  });
}
