import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { CLOCK } from "../browser/demonstration.ts";
import { writeDemonstrationFolder } from "../browser/demonstration-folder.ts";
import { processTree } from "../bench/program/processes.ts";
import { type Program, startProgram } from "../bench/program/program.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preau-simulator-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The number of the process that stands in for PayFiP, or undefined. */
const simulatorOf = (program: Program) =>
  processTree(program.process.pid ?? 0).find(({ command }) => command.endsWith("preau.js simulator"))?.pid;

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("the demonstration's PayFiP is a process beside it: killed it comes back at its address, and it ends with the program", async () => {
  const log = join(folder, "log");
  const env = { DATA_DIR: join(folder, "data"), PREAU_CLOCK: CLOCK };
  await writeDemonstrationFolder(env.DATA_DIR, Temporal.Instant.from(CLOCK));
  const program = await startProgram({ env, log });
  try {
    await expect.poll(() => readFileSync(log, "utf8"), { timeout: 60_000 }).toContain("simulateur, http");
    const address = /simulateur, (\S+)/.exec(readFileSync(log, "utf8"))?.[1] ?? "";
    const first = simulatorOf(program);
    if (first === undefined) throw new Error("No simulator");
    expect((await fetch(address)).status).toBe(200);
    process.kill(first, "SIGKILL");
    await expect
      .poll(
        async () =>
          fetch(address).then(
            ({ status }) => status,
            () => 0,
          ),
        { timeout: 60_000 },
      )
      .toBe(200);
    const second = simulatorOf(program);
    expect(second).not.toBe(first);
    await program.stop();
    if (second === undefined) throw new Error("No simulator");
    await expect.poll(() => isAlive(second), { timeout: 30_000 }).toBe(false);
  } finally {
    await program.stop();
  }
}, 400_000);
