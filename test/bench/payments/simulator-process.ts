import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { projectRoot } from "#platform";

import type { FaultPlan } from "../../../src/payments/simulator/faults.ts";
import { freePort } from "../program/program.ts";

/** `preau simulator` in a process of its own, as the Treasury's service is: nothing that kills the program reaches it. */
export interface SimulatorProcess {
  readonly origin: string;
  /** Puts a plan of faults in force; none of it when left out. */
  faults(plan?: { seed: number; lateMs: number; rates: Partial<FaultPlan["rates"]> }): Promise<void>;
  /** Moves its clock forward. */
  advance(minutes: number): Promise<void>;
  /** What it says was paid, in cents by reference: its reports of yesterday, today and tomorrow. */
  paid(): Promise<ReadonlyMap<string, number>>;
  stop(): Promise<void>;
}

const PATIENCE_MS = 30_000;
/** The number under which the town of measures pays. */
const NUMCLI = "090909";

/** Starts it on a free port and waits until it answers; what it knows lies in `dataDir`. */
export async function startSimulator(dataDir: string, log: string): Promise<SimulatorProcess> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const output = openSync(log, "a");
  const child = spawn(process.execPath, [join(projectRoot, "bin", "preau"), "simulator"], {
    env: { ...process.env, DATA_DIR: dataDir, PAYFIP_SIMULATOR_PORT: String(port) },
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const ended = once(child, "exit");
  const stopToo = () => child.kill("SIGINT");
  process.once("exit", stopToo);
  child.once("exit", () => process.off("exit", stopToo));
  const act = async (method: "PUT" | "POST", path: string, body: object) => {
    const answer = await fetch(new URL(path, origin), {
      method,
      redirect: "manual",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (answer.status >= 400) throw new Error(`The simulator answered ${answer.status} to ${path}`);
  };
  const begun = performance.now();
  while (!(await fetch(`${origin}/simulateur/pannes`).then(isOk, () => false))) {
    if (child.exitCode !== null || performance.now() - begun > PATIENCE_MS)
      throw new Error(`The simulator does not answer: see ${log}`);
    await wait(20);
  }
  return {
    origin,
    faults: (plan = { seed: 1, lateMs: 0, rates: {} }) => act("PUT", "/simulateur/pannes", plan),
    advance: (minutes) => act("POST", "/simulateur/temps", { minutes }),
    paid: async () => {
      const today = Temporal.Now.plainDateISO("Europe/Paris");
      const reports = await Promise.all([-1, 0, 1].map((days) => report(origin, today.add({ days }))));
      return new Map(reports.flat());
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
      await ended;
    },
  };
}

const isOk = ({ ok }: Response) => ok;

/** The lines of a day: « LIGNE;01/12/2026;202600021400000015;12,50 ». */
async function report(origin: string, day: Temporal.PlainDate): Promise<[string, number][]> {
  const answer = await fetch(`${origin}/simulateur/releve.csv?numcli=${NUMCLI}&jour=${day.toString()}`);
  const text = await answer.text();
  return text.split("\r\n").flatMap((line) => {
    const [, refdet, euros] = /^LIGNE;[\d/]+;(\d+);(\d+,\d\d)$/.exec(line) ?? [];
    return refdet === undefined || euros === undefined ? [] : [[refdet, Number(euros.replace(",", ""))]];
  });
}
