import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { currentSetting } from "./setting.ts";
import { followStandIn } from "./stand-in.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

// 1 December 2026: started again with the same PREAU_CLOCK on another port, a demonstration sent families to the old one.
test("the stand-in is followed to its new port, even where the clock of the demonstration began again", async () => {
  const first = Temporal.Instant.from("2026-11-02T08:00:30Z");
  const again = Temporal.Instant.from("2026-11-02T08:00:02Z");
  const { database } = town;
  await database.write((writes) => followStandIn(writes, "http://localhost:13000", first));
  await database.write((writes) => followStandIn(writes, "http://localhost:14000", again));
  expect((await database.read(currentSetting))?.origin).toBe("http://localhost:14000");
  await database.write((writes) => followStandIn(writes, "http://localhost:14000", again));
  const kept = await database.read((reads) =>
    reads.rows("test_gateway_settings", "select 1 from gateway_setting", []),
  );
  expect(kept).toHaveLength(2);
});
