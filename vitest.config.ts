import { availableParallelism } from "node:os";

import { defineConfig } from "vitest/config";

import { LongestFirst } from "./test/longest-first.ts";

const database = "**/*.db.test.{ts,tsx}";
const browser = "**/*.browser.test.{ts,tsx}";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: {
    reporters: ["default"],
    // Reading the program's modules again for each file costs more than most files' tests: a worker keeps them. What a
    // test file changes for good (a clock, a setting) would be seen by the next; no module of ours holds such a thing.
    isolate: false,
    // Vitest leaves a core to whoever watches; here nobody does. One worker more than there are cores: a quarter of the
    // time, a file waits for a job's next turn, a process that starts or a disk.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // As the program itself is started, and from the first moment: in a worker that loads the demonstration, collecting
    // what died young took 3.5 s of 11, and now 1.8.
    execArgv: ["--min-semi-space-size=32", "--max-semi-space-size=32"],
    projects: [
      {
        extends: true,
        test: {
          name: "pure",
          include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
          exclude: [database, browser],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: [`src/${database}`, `test/${database}`],
          globalSetup: ["test/postgres/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: [`test/${browser}`],
          globalSetup: ["test/browser/global-setup.ts"],
          testTimeout: 180_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
