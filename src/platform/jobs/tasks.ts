import { parseCronItems, type CronItem, type TimestampDigest } from "graphile-worker";
import type { FastifyBaseLogger } from "fastify";
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

/** What is to be done, and for whom. */
export interface Work<Context> {
  log: FastifyBaseLogger;
  handlers: Readonly<Record<string, readonly EventHandler<Context>[]>>;
  periodic: readonly PeriodicJob<Context>[];
  /** The program's time: the hours of periodic jobs are its own, also where it is not the machine's. */
  now(): Temporal.Instant;
  /** The context of one authority's job; undefined when the authority is gone. */
  contextOf(authority: string): Promise<Context | undefined>;
  authorities(): Promise<readonly string[]>;
}

const eventPayload = z.object({ authority: z.string(), type: z.string(), facts: z.unknown() });

/** The tasks of the queue: one for every event, one for each periodic job. */
export function tasksOf<Context>(
  work: Work<Context>,
): Readonly<Record<string, (payload: unknown) => Promise<void>>> {
  const periodic = work.periodic.map((job) => [job.name, () => forEachAuthority(work, job)] as const);
  return { event: (payload) => handleEvent(work, payload), ...Object.fromEntries(periodic) };
}

/** Before every event: behind the mails of 10,000 payments, the job of the minute would come an hour later. */
const FIRST = -1;

/**
 * When the periodic jobs run: the queue asks at each minute of the machine's clock, and the program's own time answers.
 * Of one that still waits to be tried again, there is never a second.
 */
export function scheduleOf<Context>({ periodic, now }: Pick<Work<Context>, "periodic" | "now">): CronItem[] {
  return periodic.map(({ name, schedule }) => {
    const options = { backfillPeriod: 0, jobKey: name, priority: FIRST };
    const [item] = parseCronItems([{ task: name, match: schedule, options }]);
    if (item === undefined) throw new Error(`${name} has no schedule`);
    return { task: name, match: () => item.match(minuteOf(now())), options };
  });
}

/** A minute as patterns read it, in UTC. */
function minuteOf(at: Temporal.Instant): TimestampDigest {
  const { minute, hour, day, month, dayOfWeek } = at.toZonedDateTimeISO("UTC");
  return { min: minute, hour, date: day, month, dow: dayOfWeek % 7 };
}

/** Every handler gets its turn, whatever became of the others; if one failed, all are tried again later. */
async function handleEvent<Context>(work: Work<Context>, payload: unknown): Promise<void> {
  const { authority, type, facts } = eventPayload.parse(payload);
  const context = await work.contextOf(authority);
  if (context === undefined) return;
  await everyOne(work.handlers[type] ?? [], (handle) => handle(context, facts), type);
}

/** An authority whose job fails does not keep the others from theirs. */
async function forEachAuthority<Context>(work: Work<Context>, job: PeriodicJob<Context>): Promise<void> {
  const runFor = async (authority: string) => {
    const context = await work.contextOf(authority);
    if (context !== undefined) await job.run(context);
  };
  await everyOne(await work.authorities(), runFor, job.name);
}

/** Does `act` for each item in turn, then throws what failed, if anything did. */
async function everyOne<Item>(
  items: readonly Item[],
  act: (item: Item) => Promise<void>,
  what: string,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) {
    try {
      await act(item);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new AggregateError(failures, `${what}: ${failures.map(String).join("; ")}`);
}
