import pino from "pino";
import { expect, test } from "vitest";

import { scheduleOf, tasksOf, type Work } from "./tasks.ts";

function work(run: (authority: string) => Promise<void>): Work<string> {
  return {
    log: pino({ level: "silent" }),
    handlers: {},
    periodic: [{ name: "test.nightly", schedule: "15 2 * * *", run }],
    contextOf: async (authority) => (authority === "gone" ? undefined : authority),
    now: () => Temporal.Instant.from("2026-12-01T02:15:59Z"),
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
  expect(scheduleOf(work(async () => {}))).toMatchObject([
    { task: "test.nightly", options: { backfillPeriod: 0, priority: -1, jobKey: "test.nightly" } },
  ]);
});

test.each([
  ["2026-12-01T02:14:59Z", "15 2 * * *", false],
  ["2026-12-01T02:15:00Z", "15 2 * * *", true],
  ["2026-12-01T02:15:59Z", "15 2 * * *", true],
  // 6 December 2026 is a Sunday.
  ["2026-12-06T07:00:00Z", "0 7 * * 0", true],
  ["2026-12-06T07:00:00Z", "0 7 * * 1", false],
])("at %s of the program, « %s »: %s", (at, schedule, due) => {
  const [item] = scheduleOf({
    periodic: [{ name: "test.job", schedule, run: async () => {} }],
    now: () => Temporal.Instant.from(at),
  });
  // The machine's own minute, whatever it is, decides nothing.
  const machine = { min: 1, hour: 1, date: 1, month: 1, dow: 1 };
  expect(typeof item?.match === "function" && item.match(machine)).toBe(due);
});
