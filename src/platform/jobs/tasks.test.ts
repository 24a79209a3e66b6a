import pino from "pino";
import { expect, test } from "vitest";

import { scheduleOf, tasksOf, type Work } from "./tasks.ts";

function work(run: (authority: string) => Promise<void>): Work<string> {
  return {
    log: pino({ level: "silent" }),
    handlers: {},
    periodic: [{ name: "test.nightly", schedule: "15 2 * * *", run }],
    contextOf: async (authority) => (authority === "gone" ? undefined : authority),
    authorities: async () => ["one", "two", "gone", "three"],
  };
}

test("a periodic job runs for each authority; one that fails keeps no other from its turn, and is told", async () => {
  const done: string[] = [];
  const tasks = tasksOf(
    work(async (authority) => {
      if (authority === "two") throw new Error("two has no calendar");
      done.push(authority);
    }),
  );
  await expect(tasks["test.nightly"]?.({})).rejects.toThrow("two has no calendar");
  expect(done).toEqual(["one", "three"]);
});

test("a job that waits to be tried again is replaced by its next run", () => {
  expect(scheduleOf(work(async () => {}))).toEqual([
    {
      task: "test.nightly",
      match: "15 2 * * *",
      options: { backfillPeriod: 0, priority: -1, jobKey: "test.nightly" },
    },
  ]);
});
