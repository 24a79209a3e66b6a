import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { killedStorm } from "../bench/storm/killed-storm.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preau-kill-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("what was acknowledged survives kill -9 of the program and of PostgreSQL, and counts once", async () => {
  const families = 240;
  const storm = await killedStorm({
    folder,
    // Real processes run by the machine's clock, and the town of the storm is written for its day.
    today: Temporal.Now.plainDateISO("Europe/Paris"),
    families,
    atOnce: 40,
    kills: [60],
    say: () => undefined,
  });
  expect(storm.recoveriesMs).toHaveLength(1);
  expect(storm.acknowledged).toBe(families);
  expect(storm.found).toMatchObject({ lost: [], untold: [], overbooked: 0, disagreeing: 0 });
  expect(storm.found.bookings).toBeGreaterThan(0);
}, 150_000);
