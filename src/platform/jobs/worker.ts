import { type CronItem, Logger, parseCronItems, run, type TaskList } from "graphile-worker";
import type { FastifyBaseLogger } from "fastify";
import type { Pool } from "pg";
import { z } from "zod";

/** What runs when an event was announced. Facts arrive as they were written: the handler parses them. */
export type EventHandler<Context> = (context: Context, facts: unknown) => Promise<void>;

/** What runs at fixed times, for each authority. */
export interface PeriodicJob<Context> {
  name: string;
  /** Cron pattern in UTC: « 15 2 * * * ». */
  schedule: string;
  run(context: Context): Promise<void>;
}

/** What the composition root brings to the worker. */
export interface WorkerSettings<Context> {
  pool: Pool;
  log: FastifyBaseLogger;
  handlers: Readonly<Record<string, readonly EventHandler<Context>[]>>;
  periodic: readonly PeriodicJob<Context>[];
  /** The context of one authority's job; undefined when the authority is gone. */
  contextOf(authority: string): Promise<Context | undefined>;
  authorities(): Promise<readonly string[]>;
}

/** A worker that runs; `healthy` is false once it has stopped by itself. */
export interface Worker {
  healthy(): boolean;
  stop(): Promise<void>;
}

const eventPayload = z.object({ authority: z.string(), type: z.string(), facts: z.unknown() });

/** Starts the worker: events as they come, periodic jobs at their hour. Failed jobs are tried again, later and later. */
export async function startWorker<Context>(settings: WorkerSettings<Context>): Promise<Worker> {
  const tasks: TaskList = {
    event: async (payload) => {
      const { authority, type, facts } = eventPayload.parse(payload);
      const context = await settings.contextOf(authority);
      if (context === undefined) return;
      for (const handle of settings.handlers[type] ?? []) await handle(context, facts);
    },
  };
  const cron: CronItem[] = [];
  for (const job of settings.periodic) {
    tasks[job.name] = () => forEachAuthority(settings, job);
    cron.push({ task: job.name, match: job.schedule, options: { backfillPeriod: 0 } });
  }
  const runner = await run({
    pgPool: settings.pool,
    taskList: tasks,
    parsedCronItems: parseCronItems(cron),
    concurrency: 2,
    pollInterval: 2000,
    noHandleSignals: true,
    logger: logger(settings.log),
  });
  let running = true;
  runner.promise.then(
    () => (running = false),
    (error: unknown) => {
      running = false;
      settings.log.error({ err: error }, "the job worker stopped");
    },
  );
  return {
    healthy: () => running,
    stop: async () => {
      if (running) await runner.stop();
    },
  };
}

async function forEachAuthority<Context>(
  settings: WorkerSettings<Context>,
  job: PeriodicJob<Context>,
): Promise<void> {
  for (const authority of await settings.authorities()) {
    const context = await settings.contextOf(authority);
    if (context !== undefined) await job.run(context);
  }
}

/** The worker tells its starts and ends at length: only what goes wrong is kept. */
function logger(log: FastifyBaseLogger): Logger {
  return new Logger(() => (level, message) => {
    if (level === "error") log.error({ job: message }, "job");
    else if (level === "warning") log.warn({ job: message }, "job");
  });
}
