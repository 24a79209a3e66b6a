import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "vitest";

import { clockFrom } from "./clock.ts";
import { clockOfCommand, keepClock } from "./kept-clock.ts";

const settings = () => ({
  dataDir: mkdtempSync(join(tmpdir(), "preau-clock-")),
  databaseUrl: null,
  demonstration: true,
  clockStartsAt: null,
});
const day = (at: Temporal.Instant) => at.toString().slice(0, 10);

test("a command given while a demonstration runs lives on its day, and on the machine's once it has stopped", async () => {
  const startsAt = Temporal.Instant.from("2026-11-25T09:00:00Z");
  const command = settings();
  const machine = day(Temporal.Now.instant());
  expect(day(clockOfCommand(command)())).toBe(machine);
  const running = new AsyncDisposableStack();
  keepClock({ ...command, clockStartsAt: startsAt }, clockFrom(startsAt), running);
  expect(day(clockOfCommand(command)())).toBe("2026-11-25");
  expect(day(clockOfCommand({ ...command, demonstration: false })())).toBe(machine);
  await running.disposeAsync();
  expect(day(clockOfCommand(command)())).toBe(machine);
});

test("a demonstration on the machine's clock forgets what one that was killed had said", () => {
  const command = settings();
  const startsAt = Temporal.Instant.from("2026-11-25T09:00:00Z");
  keepClock({ ...command, clockStartsAt: startsAt }, clockFrom(startsAt), new AsyncDisposableStack());
  keepClock(command, clockFrom(null), new AsyncDisposableStack());
  expect(day(clockOfCommand(command)())).toBe(day(Temporal.Now.instant()));
});
