import { afterAll, beforeAll, expect, test } from "vitest";

import { openSession, type Actor } from "#identity";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { buildAccount } from "../../test/builders/account.ts";
import { buildCanteen } from "../../test/builders/canteen.ts";
import { buildHousehold } from "../../test/builders/household.ts";
import { grantRole } from "./grant-role.ts";
import { linkGuardian } from "./link-guardian.ts";
import { loadActor } from "./load-actor.ts";
import { mayReachHousehold } from "./policy.ts";

let place: TestDatabase;

beforeAll(async () => {
  place = await testDatabase();
});
afterAll(() => place.close());

const now = Temporal.Instant.from("2026-11-12T08:00:00Z");
const rightsOf = (role: string) => (role === "kitchen" ? ["kitchen.read"] : []);
const load = (sessionToken: string | null, at = now): Promise<Actor> =>
  loadActor(place.database, { sessionToken, now: at, rightsOf });
const open = async (accountId: Id<"account">, agent = false): Promise<string> => {
  const opened = await place.database.write((writes) =>
    openSession(writes, { accountId, agent, device: "", now }),
  );
  return opened.token;
};

test("a guardian reaches the children of every household that is hers, and of no other", async () => {
  const accountId = await buildAccount(place.database, { email: "claire@exemple.fr" });
  const { mine, alsoMine, other } = await place.database.write(async (writes) => {
    const first = await buildHousehold(writes);
    return {
      mine: first,
      alsoMine: await buildHousehold(writes, { guardians: [], sharedGuardians: first.guardians }),
      other: await buildHousehold(writes),
    };
  });
  const guardianId = mine.guardians[0]?.id;
  if (guardianId === undefined) throw new Error("no guardian");
  await place.database.write((writes) => linkGuardian(writes, { accountId, guardianId }));
  const actor = await load(await open(accountId));
  expect(actor).toEqual({
    kind: "signed-in",
    accountId,
    name: "Claire Lefebvre",
    email: "claire@exemple.fr",
    guardian: {
      id: guardianId,
      householdIds: [mine.id, alsoMine.id].toSorted(),
      withheldIds: [],
      leftIds: [],
    },
    rights: new Map(),
  });
  expect([mine, alsoMine, other].map(({ id }) => mayReachHousehold(actor, id))).toEqual([true, true, false]);
});

test("a child for whom the guardian may not act is told apart; for another adult it is as before", async () => {
  const accounts = [
    await buildAccount(place.database, { email: "beau-pere@exemple.fr" }),
    await buildAccount(place.database, { email: "mere@exemple.fr" }),
  ];
  const home = await place.database.write((writes) =>
    buildHousehold(writes, { guardians: ["Marc", "Anne"], children: ["Lina", "Hugo"] }),
  );
  const [lina] = home.children;
  const [marc] = home.guardians;
  if (lina === undefined || marc === undefined) throw new Error("nobody");
  await place.database.write(async (writes) => {
    for (const [index, accountId] of accounts.entries()) {
      const guardianId = home.guardians[index]?.id;
      if (guardianId !== undefined) await linkGuardian(writes, { accountId, guardianId });
    }
    await writes.run(
      "test_withhold",
      `insert into withheld_authority (guardian_id, participant_id, by_label, at) values ($1, $2, 'Préau', now())`,
      [marc.id, lina.id],
    );
  });
  const withheld = [];
  for (const accountId of accounts) {
    const actor = await load(await open(accountId));
    withheld.push(actor.kind === "signed-in" && actor.guardian?.withheldIds);
  }
  expect(withheld).toEqual([[lina.id], []]);
});

test("a child who left every household of the guardian is told apart from one whose authority is withheld", async () => {
  const accountId = await buildAccount(place.database, { email: "depart@exemple.fr" });
  const home = await place.database.write((writes) =>
    buildHousehold(writes, { children: ["Lina", "Hugo", "Zoé", "Tom"] }),
  );
  const [lina, hugo, zoe, tom] = home.children.map(({ id }) => id);
  const guardianId = home.guardians[0]?.id;
  if (guardianId === undefined || lina === undefined || hugo === undefined) throw new Error("nobody");
  if (zoe === undefined || tom === undefined) throw new Error("nobody");
  await place.database.write(async (writes) => {
    await linkGuardian(writes, { accountId, guardianId });
    // Tom is still of another household of the guardian.
    await buildHousehold(writes, {
      guardians: [],
      children: [],
      sharedGuardians: home.guardians,
      sharedChildren: home.children.filter(({ id }) => id === tom),
    });
    await writes.run(
      "test_left",
      `update household_participant set left_on = '2026-11-02', left_by_label = 'Préau'
       where household_id = $1 and participant_id = any ($2::uuid[])`,
      [home.id, [lina, zoe, tom]],
    );
    await writes.run(
      "test_withhold_one",
      `insert into withheld_authority (guardian_id, participant_id, by_label, at)
       select $1, participant_id, 'Préau', now() from unnest($2::uuid[]) as participant_id`,
      [guardianId, [hugo, zoe]],
    );
  });
  const actor = await load(await open(accountId));
  if (actor.kind !== "signed-in" || actor.guardian === null) throw new Error("no guardian");
  expect(actor.guardian.withheldIds.toSorted()).toEqual([lina, hugo, zoe].toSorted());
  // Zoé has left, and authority over her is withheld: not even the past.
  expect(actor.guardian.leftIds).toEqual([lina]);
});

test("an agent has the rights of the roles, at their sites, and no family", async () => {
  const accountId = await buildAccount(place.database, { email: "agent@exemple.fr" });
  const { siteId } = await place.database.write((writes) => buildCanteen(writes, { dates: [] }));
  for (let twice = 0; twice < 2; twice++) {
    await place.database.write((writes) => grantRole(writes, { accountId, role: "kitchen", siteId, now }));
  }
  const actor = await load(await open(accountId, true));
  expect(actor).toMatchObject({ guardian: null, rights: new Map([["kitchen.read", new Set([siteId])]]) });
});

test("no session, a made-up one and one that has ended make a visitor", async () => {
  const accountId = await buildAccount(place.database, { email: "visiteur@exemple.fr" });
  const token = await open(accountId);
  for (const nobody of [null, "", "abc", "A".repeat(43), `${token}=`]) {
    expect(await load(nobody)).toEqual({ kind: "visitor" });
  }
  expect(await load(token, now.add({ hours: 14 * 24 }))).toEqual({ kind: "visitor" });
  await place.database.writeOnce((writes) =>
    writes.run("test_disable_visitor", `update account set disabled_at = now() where id = $1`, [accountId]),
  );
  expect(await load(token)).toEqual({ kind: "visitor" });
});

test("use moves the idle end, not the absolute one", async () => {
  const accountId = await buildAccount(place.database, { email: "fidele@exemple.fr" });
  const token = await open(accountId);
  const kindAfter = async (hours: number) => (await load(token, now.add({ hours }))).kind;
  for (const day of [13, 26, 39, 52]) expect(await kindAfter(day * 24)).toBe("signed-in");
  expect(await kindAfter(60 * 24 - 1)).toBe("signed-in");
  expect(await kindAfter(60 * 24)).toBe("visitor");
});

test("reading a page writes nothing until five minutes have passed", async () => {
  const token = await open(await buildAccount(place.database, { email: "lecture@exemple.fr" }));
  const seen = async (at: Temporal.Instant) => {
    await load(token, at);
    const row = await place.database.read((reads) =>
      reads.row<{ seen: Temporal.Instant }>(
        "test_seen",
        `select max(last_seen_at) as seen from signed_in_session join account on account.id = account_id
         where email = 'lecture@exemple.fr'`,
      ),
    );
    return row?.seen;
  };
  expect(await seen(now.add({ minutes: 4 }))).toEqual(now);
  expect(await seen(now.add({ minutes: 6 }))).toEqual(now.add({ minutes: 6 }));
});

test("an account belongs to one guardian, a guardian has one account", async () => {
  const [first, second] = [
    await buildAccount(place.database, { email: "un@exemple.fr" }),
    await buildAccount(place.database, { email: "deux@exemple.fr" }),
  ];
  const { guardians } = await place.database.write((writes) =>
    buildHousehold(writes, { guardians: ["Anne", "Marc"] }),
  );
  const [anne, marc] = guardians;
  if (first === undefined || anne === undefined || marc === undefined) throw new Error("no guardian");
  const link = (accountId: Id<"account">, guardianId: Id<"guardian">) =>
    place.database.write((writes) => linkGuardian(writes, { accountId, guardianId }));
  expect(await link(first, anne.id)).toEqual({ ok: true, value: null });
  expect(await link(first, anne.id)).toEqual({ ok: true, value: null });
  expect(await link(second, anne.id)).toMatchObject({ refusal: { code: "guardian-has-account" } });
  expect(await link(first, marc.id)).toMatchObject({ refusal: { code: "account-has-guardian" } });
  expect(await link(second, marc.id)).toEqual({ ok: true, value: null });
});
