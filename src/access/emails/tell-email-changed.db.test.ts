import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { buildAccount } from "../../../test/builders/account.ts";
import { buildHousehold } from "../../../test/builders/household.ts";
import { lettersTo } from "../../../test/builders/letters.ts";
import { linkGuardian } from "../link-guardian.ts";
import { tellEmailChanged } from "./tell-email-changed.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");

test("who has an account is told once at both addresses; the old letter hides the new one; others are not told", async () => {
  const { guardians } = await town.database.write((writes) =>
    buildHousehold(writes, { guardians: ["Claire", "Marc"] }),
  );
  const accountId = await buildAccount(town.database, { email: "claire.compte@exemple.fr" });
  const [claire, marc] = guardians;
  if (claire === undefined || marc === undefined) throw new Error("nobody");
  await town.database.write((writes) => linkGuardian(writes, { accountId, guardianId: claire.id }));
  const changed = (guardian: string, before: string, after: string) =>
    tellEmailChanged({ ...town, now: NOW }, { guardian, before, after, at: NOW.toString() });
  await changed(claire.id, "avant@exemple.fr", "apres@exemple.fr");
  await changed(claire.id, "avant@exemple.fr", "apres@exemple.fr");
  await changed(marc.id, "marc@exemple.fr", "marc2@exemple.fr");
  const letters = await lettersTo(town, "avant@exemple.fr", "apres@exemple.fr", "marc@exemple.fr");
  expect(letters.map(({ to }) => to)).toEqual(["avant@exemple.fr", "apres@exemple.fr"]);
  expect(letters[0]?.text).not.toContain("apres@exemple.fr");
  expect(letters[1]?.text).toContain("apres@exemple.fr");
});
