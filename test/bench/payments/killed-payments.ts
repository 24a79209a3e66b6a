import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import type { FaultPlan } from "../../../src/payments/simulator/faults.ts";
import { processTree } from "../program/processes.ts";
import { startProgram, type Program } from "../program/program.ts";
import { startServer } from "../server.ts";
import { payAs, type PayerPlan } from "./payer.ts";
import { payerPlans } from "./payer-plans.ts";
import { paymentBooks, underWay, type PaymentBooks } from "./payment-books.ts";
import { writePayingTown, type PayingTown } from "./paying-town.ts";
import { pollOnce } from "./poll-once.ts";
import { startSimulator, type SimulatorProcess } from "./simulator-process.ts";

/** Every fault that the simulator has. */
const EVERY_FAULT: FaultPlan["rates"] = {
  silent: 0.004,
  technical: 0.03,
  html502: 0.02,
  truncated: 0.02,
  lost: 0.12,
  late: 0.1,
  doubled: 0.1,
  idOpSpelling: 0.2,
  withReturn: 0.25,
};
const LATE_MS = 12_000;
const SEED = 20_261_201;
const PATIENCE_MS = 120_000;
const STALLED_MS = 60_000;

/** Payments during which everything but the service was killed, and what the books said afterwards. */
export interface KilledPayments {
  readonly books: PaymentBooks;
  /** How many people reached the service's page. */
  readonly reached: number;
  readonly kills: number;
  readonly strange: readonly string[];
  readonly recoveriesMs: readonly number[];
  readonly stormS: number;
  readonly settledS: number;
}

/**
 * Families pay while launcher, program and every PostgreSQL process are killed outright, each time after so many of them
 * reached the service's page. The service is another process, which nobody kills, with every fault switched on.
 * Afterwards the program is stopped and started an hour later by the demonstration's clock (PREAU_CLOCK), faults still on,
 * then once more when the service is well again: what nobody came back for is found by asking.
 */
export async function killedPayments(options: {
  readonly folder: string;
  readonly town: PayingTown;
  /** How many people reach the service's page before nobody comes any more. */
  readonly payments: number;
  readonly atOnce: number;
  readonly kills: readonly number[];
  /** How often each fault happens; as in `EVERY_FAULT` unless told. */
  readonly rates?: Partial<FaultPlan["rates"]>;
  /** « Asked again later » by the job of the program, at the next minutes of the machine's clock; else by this process. */
  readonly byTheJob: boolean;
  readonly say: (sentence: string) => void;
}): Promise<KilledPayments> {
  const { folder, town, say } = options;
  await using running = new AsyncDisposableStack();
  const dataDir = join(folder, "payments");
  const log = join(folder, "payments.log");
  const service = await startSimulator(join(folder, "service"), join(folder, "service.log"));
  running.defer(() => service.stop());
  {
    await using own = new AsyncDisposableStack();
    await writePayingTown(await startServer(dataDir, own), town, service.origin);
  }
  const env = { DATA_DIR: dataDir, PAYFIP_SIMULATOR_ORIGIN: service.origin };
  let program = await startProgram({ env, log });
  const { port } = program;
  const stop = new AbortController();
  running.defer(() => program.stop());
  running.defer(() => stop.abort());
  await service.faults({ seed: SEED, lateMs: LATE_MS, rates: { ...EVERY_FAULT, ...options.rates } });
  let reached = 0;
  const strange: string[] = [];
  const at = {
    port,
    host: town.host,
    givenUp: stop.signal,
    reached: () => (reached += 1),
    strange: (what: string) => strange.push(what),
  };
  const begun = performance.now();
  const plans = payerPlans(town, SEED);
  const storm = Promise.all(
    Array.from({ length: options.atOnce }, () => payAll(plans, () => reached < options.payments, at)),
  );
  const progress = setInterval(() => say(`${reached} payers`), 15_000);
  running.defer(() => clearInterval(progress));
  const recoveriesMs: number[] = [];
  for (const after of options.kills) {
    await until(() => reached, after);
    await killAll(program);
    program = await startProgram({ env, log, port });
    recoveriesMs.push(Math.round(program.readyMs));
    say(`killed after ${after}, back in ${recoveriesMs.at(-1)} ms`);
  }
  await storm;
  clearInterval(progress);
  const stormS = (performance.now() - begun) / 1000;
  say(`${reached} people paid or gave up in ${stormS.toFixed(0)} s`);
  await askedLater({ ...options, dataDir, service, stop: () => program.stop() }, async (clock) => {
    program = await startProgram({ env: { ...env, PREAU_CLOCK: clock }, log, port });
  });
  const settledS = (performance.now() - begun) / 1000 - stormS;
  const books = await paymentBooks(dataDir, town, await service.paid());
  return { books, reached, kills: options.kills.length, strange, recoveriesMs, stormS, settledS };
}

interface Later {
  readonly dataDir: string;
  readonly town: PayingTown;
  readonly service: SimulatorProcess;
  readonly byTheJob: boolean;
  readonly say: (sentence: string) => void;
  /** Stops the program. */
  readonly stop: () => Promise<void>;
}

/** Everything that is due is asked about an hour later, faults still on, then once more when the service is well again. */
async function askedLater(
  { dataDir, town, service, byTheJob, say, stop }: Later,
  startAt: (clock: string) => Promise<void>,
): Promise<void> {
  let later = 0;
  for (const { minutes, faults } of [
    { minutes: 60, faults: true },
    { minutes: 45, faults: false },
  ]) {
    later += minutes;
    await stop();
    await service.advance(minutes);
    if (!faults) await service.faults();
    const clock = Temporal.Now.instant().add({ minutes: later });
    if (byTheJob) {
      await startAt(clock.toString());
      // What becomes due while this lasts is for the next time: with faults on, some always is.
      await settled(() => underWay(dataDir, town, clock), faults);
    } else await pollOnce(dataDir, town, clock);
    say(`asked again ${later} minutes later`);
  }
}

async function payAll(
  plans: Iterator<PayerPlan, void>,
  goesOn: () => boolean,
  at: Parameters<typeof payAs>[0],
): Promise<void> {
  for (let next = plans.next(); next.done !== true && goesOn(); next = plans.next())
    await payAs(at, next.value);
}

/** Until nothing is due and no job waits; where faults are on, until all were asked once. */
async function settled(left: () => ReturnType<typeof underWay>, faults: boolean): Promise<void> {
  let [least, since] = [Infinity, performance.now()];
  for (;;) {
    const { due, jobs, which } = await left();
    if (due === 0 && (faults || jobs === 0)) return;
    if (due + jobs < least) [least, since] = [due + jobs, performance.now()];
    if (performance.now() - since > PATIENCE_MS)
      throw new Error(`Still ${due} attempts and ${jobs} jobs: ${which}`);
    await wait(300);
  }
}

/** Waits until so many payers were there; refuses, by throwing, a program under which none gets on for a minute. */
async function until(reached: () => number, wanted: number): Promise<void> {
  let [seen, since] = [-1, performance.now()];
  while (reached() < wanted) {
    if (reached() > seen) [seen, since] = [reached(), performance.now()];
    if (performance.now() - since > STALLED_MS) throw new Error(`Nobody gets on after ${seen} payers`);
    await wait(2);
  }
}

/** `kill -9` of the launcher, the program and PostgreSQL, at one stroke. */
async function killAll(program: Program): Promise<void> {
  for (const { pid } of processTree(program.process.pid ?? 0)) process.kill(pid, "SIGKILL");
  await program.stop();
}
