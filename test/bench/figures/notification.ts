import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import type { Bench, BenchContext } from "../figure.ts";
import { poissonArrivals, randomFrom } from "../opening/arrivals.ts";
import { attemptStatements, openAttempts, writePaidThere } from "../payments/open-attempts.ts";
import { writePayingTown, type PayingTown } from "../payments/paying-town.ts";
import { startSimulator } from "../payments/simulator-process.ts";
import { connectHttp, type HttpClient } from "../program/http-client.ts";
import { startProgram } from "../program/program.ts";
import { startServer, withClient } from "../server.ts";
import { spread } from "../statistics.ts";

const SEED = 20_261_201;
const SECONDS = 30;
const A_SECOND = 200;
const BURST = 200;
const WARM_UP = 200;
const PATIENCE_MS = 180_000;
const TOWN: PayingTown = { schema: "a_000000000052", host: "localhost", households: 1_600, months: 4 };

/**
 * PayFiP tells of 6,000 payments in half a minute, then of 200 at the same instant. Every one of them is asked about,
 * written and acknowledged by mail meanwhile, by the same program; the service is a process beside.
 */
export const notificationFigures: Bench = {
  names: ["notification_ms_p95", "notification_burst_ms"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const count = WARM_UP + SECONDS * A_SECOND + BURST;
    const attempts = openAttempts(TOWN, count);
    const { program, url } = await open(bench, attempts, running);
    const http = connectHttp({ port: program.port, host: TOWN.host, connections: BURST });
    running.defer(() => http.close());
    const references = attempts.map(({ reference }) => reference);
    const steady = references.slice(WARM_UP, count - BURST);

    await Promise.all(references.slice(0, WARM_UP).map((reference) => notify(http, reference)));
    await written(url, WARM_UP);
    bench.say(`${A_SECOND} a second for ${SECONDS} s`);
    const arrivals = poissonArrivals(steady.length, SECONDS * 1000, randomFrom(SEED));
    const beside = besides(http, SECONDS * 1000);
    const told = await Promise.all(
      steady.map(async (reference, index) => {
        await wait(arrivals[index] ?? 0);
        return notify(http, reference);
      }),
    );
    const behindS = await written(url, WARM_UP + steady.length);

    bench.say(`${BURST} at once`);
    const begun = performance.now();
    const burst = await Promise.all(references.slice(-BURST).map((reference) => notify(http, reference)));
    const burstMs = performance.now() - begun;
    const burstBehindS = await written(url, count);
    const answers = [...told, ...burst];
    const refused = answers.filter(({ status }) => status !== 200).length;
    const flaws = refused === 0 ? [] : [`${refused} notifications were not answered by 200`];
    const times = spread(told.map(({ ms }) => ms));
    return {
      notification_ms_p95: {
        value: times.p95,
        facts: { ...times, last_written_after_s: behindS, healthz_beside: spread(await beside) },
        flaws,
      },
      notification_burst_ms: {
        value: burstMs,
        facts: { ...spread(burst.map(({ ms }) => ms)), last_written_after_s: burstBehindS },
        flaws,
      },
    };
  },
};

async function open(
  { folder }: BenchContext,
  attempts: ReturnType<typeof openAttempts>,
  running: AsyncDisposableStack,
) {
  const serviceData = join(folder, "notifying");
  writePaidThere(serviceData, attempts);
  const service = await startSimulator(serviceData, join(folder, "notifying.log"));
  running.defer(() => service.stop());
  const url = await startServer(join(folder, "notified"), running);
  await writePayingTown(url, TOWN, service.origin, attemptStatements(attempts));
  const env = { DATABASE_URL: url, LOG_LEVEL: "error" };
  const program = await startProgram({ env, log: join(folder, "notified.log") });
  running.defer(() => program.stop());
  return { program, url };
}

/** What the lightest request of the program takes meanwhile, four a second: what the load of the machine adds to both. */
async function besides(http: HttpClient, forMs: number): Promise<number[]> {
  const times: number[] = [];
  for (const begun = performance.now(); performance.now() - begun < forMs; await wait(250))
    times.push((await http.get("/healthz")).ms);
  return times;
}

const notify = (http: HttpClient, reference: string) =>
  http.post("/paiement/notification", [["idop", reference]]);

/** Waits until so many payments are in the ledger; says how long that took. */
async function written(url: string, payments: number): Promise<number> {
  const begun = performance.now();
  return withClient(url, async (client) => {
    for (;;) {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from "${TOWN.schema}".ledger_entry where kind = 'payment'`,
      );
      const seconds = (performance.now() - begun) / 1000;
      if (rows[0]?.count === payments) return Number(seconds.toFixed(1));
      if (seconds * 1000 > PATIENCE_MS)
        throw new Error(`${rows[0]?.count} payments of ${payments} are in the ledger`);
      await wait(100);
    }
  });
}
