import pg from "pg";
import pino from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { announce } from "./announce.ts";
import { startWorker, type Worker } from "./worker.ts";

const silent = pino({ level: "silent" });
let home: TestDatabase;
let worker: Worker | undefined;
/** What the handlers were told, in order. */
let told: unknown[];

beforeEach(async () => {
  home = await testDatabase();
  told = [];
});

afterEach(async () => {
  await worker?.stop();
  worker = undefined;
  await home.close();
});

async function start(
  handlers: Record<string, ((facts: unknown) => Promise<void>)[]>,
  authorities = [home.authority.id as string],
) {
  worker = await startWorker({
    pool: home.pool,
    log: silent,
    handlers: Object.fromEntries(
      Object.entries(handlers).map(([type, list]) => [
        type,
        list.map((handle) => (_context: { authority: string }, facts: unknown) => handle(facts)),
      ]),
    ),
    periodic: [],
    now: () => Temporal.Now.instant(),
    contextOf: async (authority) => (authorities.includes(authority) ? { authority } : undefined),
    authorities: async () => authorities,
  });
}

const tell = (type: string, fact: string) =>
  home.database.write((writes) => announce(writes, home.authority.id, { type, facts: { fact } }));
const remember = async (facts: unknown) => {
  told.push(facts);
};
const seen = (...facts: string[]) =>
  vi.waitFor(() => expect(told).toEqual(facts.map((fact) => ({ fact }))), 15_000);

test("an event runs after its commit, and never when its transaction is lost", async () => {
  await start({ "test.happened": [remember] });
  await expect(
    home.database.write(async (writes) => {
      await announce(writes, home.authority.id, { type: "test.happened", facts: { fact: "lost" } });
      throw new Error("the act failed");
    }),
  ).rejects.toThrow("the act failed");
  await tell("test.happened", "kept");
  await seen("kept");
});

test("a handler that throws is tried again, and keeps no other from its turn", async () => {
  let failures = 0;
  await start({
    "test.happened": [
      async () => {
        failures += 1;
        if (failures === 1) throw new Error("not yet");
      },
      remember,
    ],
  });
  await tell("test.happened", "one");
  await seen("one", "one");
  expect(failures).toBe(2);
});

test("an event nobody listens to, and one of an authority that is gone, are let go", async () => {
  await start({ "test.happened": [remember] }, []);
  await tell("test.happened", "nobody");
  await tell("test.unknown", "nothing");
  await vi.waitFor(async () => expect(await jobsLeft()).toBe(0), 15_000);
  expect(told).toEqual([]);
});

test("the worker survives the loss of every connection", async () => {
  await start({ "test.happened": [remember] });
  await tell("test.happened", "before");
  await seen("before");
  await cutConnections();
  await vi.waitFor(() => tell("test.happened", "after"), 15_000);
  await seen("before", "after");
  expect(worker?.healthy()).toBe(true);
});

test("a job that ends while the server is away is done again", async () => {
  let cuts = 0;
  await start({
    "test.happened": [
      remember,
      async () => {
        cuts += 1;
        if (cuts === 1) await cutConnections();
      },
    ],
  });
  await tell("test.happened", "interrupted");
  await vi.waitFor(async () => expect(await jobsLeft()).toBe(0), 30_000);
  await tell("test.happened", "after");
  await vi.waitFor(() => expect(told).toContainEqual({ fact: "after" }), 30_000);
  expect(worker?.healthy()).toBe(true);
}, 90_000);

test("a connection lost in the middle of a transaction is an error of that transaction, not of the program", async () => {
  const lost = home.database.write(async (writes) => {
    await writes.run("test_nothing", "select 1");
    await cutConnections();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await writes.run("test_nothing_more", "select 2");
  });
  await expect(lost).rejects.toThrow();
  expect(await home.database.read((reads) => reads.rows("test_again", "select 1 as one"))).toEqual([
    { one: 1 },
  ]);
});

test("a job that a killed program had in hand is taken over at the next start", async () => {
  await tell("test.happened", "abandoned");
  await home.pool.query(
    "update graphile_worker._private_jobs set locked_by = 'killed-program', locked_at = now()",
  );
  await start({ "test.happened": [remember] });
  await seen("abandoned");
});

test("a periodic job that was replaced while a killed program had it in hand goes away", async () => {
  const again = () =>
    home.pool.query(
      "select graphile_worker.add_job('periodic', '{}'::json, job_key => 'minute', run_at => now())",
    );
  await again();
  await home.pool.query(
    "update graphile_worker._private_jobs set locked_by = 'killed-program', locked_at = now(), attempts = 1",
  );
  await again();
  expect(await count("attempts = max_attempts")).toBe(1);
  await start({});
  await vi.waitFor(async () => expect(await count("attempts = max_attempts")).toBe(0), 15_000);
});

test("a job in hand of a living worker is not taken over", async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await start({ "test.happened": [remember, () => held] });
  await tell("test.happened", "long");
  await seen("long");
  const second = await startWorker({
    pool: home.pool,
    log: silent,
    handlers: { "test.happened": [async () => void told.push("taken over")] },
    periodic: [],
    now: () => Temporal.Now.instant(),
    contextOf: async () => ({}),
    authorities: async () => [],
  });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  release();
  await vi.waitFor(async () => expect(await jobsLeft()).toBe(0), 15_000);
  await second.stop();
  expect(told).toEqual([{ fact: "long" }]);
});

test("stopping lets the job in hand end", async () => {
  await start({
    "test.happened": [
      async (facts) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        told.push(facts);
      },
      remember,
    ],
  });
  await tell("test.happened", "last");
  await vi.waitFor(async () => expect(await jobsInHand()).toBe(1), 15_000);
  await worker?.stop();
  expect(told).toHaveLength(2);
  expect(await jobsLeft()).toBe(0);
  expect(worker?.healthy()).toBe(false);
});

const count = async (where: string) =>
  (await home.pool.query<{ n: number }>(`select count(*) as n from graphile_worker.jobs where ${where}`))
    .rows[0]?.n;
const jobsLeft = () => count("true");
const jobsInHand = () => count("locked_by is not null");

/** As when PostgreSQL is killed and comes back. */
async function cutConnections(): Promise<void> {
  const owner = new pg.Client({ connectionString: home.url });
  await owner.connect();
  await owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid()`,
  );
  await owner.end();
}

test(
  "a periodic job runs by itself at the hour of the program's clock, whatever the machine's is",
  { timeout: 180_000 },
  async () => {
    // The machine is eight seconds before a minute; the program lives on 5 January 2027, in the minute of its job.
    const minute = 60_000;
    vi.useFakeTimers({ toFake: ["Date"], shouldAdvanceTime: true });
    vi.setSystemTime(Math.floor(Date.now() / minute) * minute - 8_000);
    const begun = performance.now();
    const starts = Temporal.Instant.from("2027-01-05T10:05:05Z");
    const now = () => starts.add({ milliseconds: Math.round(performance.now() - begun) });
    try {
      const runs: string[] = [];
      const job = (name: string, schedule: string) => ({
        name,
        schedule,
        run: async ({ authority }: { authority: string }) => {
          runs.push(`${name} ${authority}`);
        },
      });
      worker = await startWorker({
        pool: home.pool,
        log: silent,
        handlers: {},
        periodic: [job("test.at-its-hour", "5 10 * * *"), job("test.an-hour-later", "5 11 * * *")],
        now,
        contextOf: async (authority) => ({ authority }),
        authorities: async () => [home.authority.id],
      });
      await vi.waitFor(() => expect(runs).toEqual([`test.at-its-hour ${home.authority.id}`]), 40_000);
    } finally {
      vi.useRealTimers();
    }
  },
);
