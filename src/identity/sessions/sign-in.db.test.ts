import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { buildAccount, PASSWORD } from "../../../test/builders/account.ts";
import { markAgent } from "../accounts/mark-agent.ts";
import { issueChooseLink } from "../accounts/choose-link.ts";
import { choosePassword } from "../accounts/choose-password.ts";
import { liveSessions } from "./list-sessions.ts";
import { signIn, type SignedInAnew, type SignInAttempt } from "./sign-in.ts";
import { disconnect, signOut } from "./sign-out.ts";

let place: TestDatabase;
let accountId: Id<"account">;
let email: string;
let count = 0;

beforeAll(async () => {
  place = await testDatabase();
});
afterAll(() => place.close());
beforeEach(async () => {
  count += 1;
  email = `parent${count}@exemple.fr`;
  accountId = await buildAccount(place.database, { email });
});

const now = Temporal.Instant.from("2026-11-12T08:00:00Z");
const attempt = (changes: Partial<SignInAttempt> = {}) =>
  signIn(place.database, {
    email,
    password: PASSWORD,
    address: `192.0.2.${count}`,
    device: "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Safari/604.1",
    deviceToken: null,
    sessionToken: null,
    now,
    ...changes,
  });
const signedIn = async (changes: Partial<SignInAttempt> = {}): Promise<SignedInAnew> => {
  const signed = await attempt(changes);
  if (!signed.ok) throw new Error(signed.refusal.code);
  return signed.value;
};
const sessions = (token: string, at = now) =>
  place.database.read((reads) => liveSessions(reads, { accountId, token, now: at }));

test("the right password opens a session, in whichever case the address is typed", async () => {
  const { session } = await signedIn({ email: ` ${email.toUpperCase()} ` });
  expect(await sessions(session.token)).toMatchObject([{ device: "iPhone, Safari", current: true }]);
  expect(session.maxAgeSeconds).toBe(60 * 24 * 3600);
});

test("an unknown address, a wrong password and an account without password are refused alike", async () => {
  const withoutPassword = `sans-mot-de-passe-${count}@exemple.fr`;
  await place.database.writeOnce((writes) =>
    writes.run(
      "test_account_without_password",
      `insert into account (email, display_name, created_at) values ($1, 'Paul', now())`,
      [withoutPassword],
    ),
  );
  const refused = { ok: false, refusal: { code: "wrong" } };
  expect(await attempt({ password: "autre chose 123" })).toEqual(refused);
  expect(await attempt({ email: "personne@exemple.fr" })).toEqual(refused);
  expect(await attempt({ email: withoutPassword })).toEqual(refused);
  expect(await attempt({ email: withoutPassword, password: "" })).toEqual(refused);
});

test("known and unknown addresses wait alike, and the right password waits too", async () => {
  const outcomes = async (address: string, password: string) => {
    const all = [];
    for (let n = 0; n < 8; n++)
      all.push(await attempt({ email: address, password, address: `198.51.100.${count}` }));
    return all;
  };
  const known = await outcomes(email, "autre chose 123");
  const unknown = await outcomes("inconnue@exemple.fr", "autre chose 123");
  expect(known).toEqual(unknown);
  expect(known.map((one) => (one.ok ? "ok" : one.refusal.code))).toEqual([
    ...Array<string>(5).fill("wrong"),
    ...Array<string>(3).fill("wait"),
  ]);
  expect(await attempt({ address: `198.51.100.${count}` })).toMatchObject({ refusal: { code: "wait" } });
  expect(await attempt({ address: `198.51.100.${count}`, now: now.add({ minutes: 1 }) })).toMatchObject({
    ok: true,
  });
});

test("a disabled account is as unknown", async () => {
  await place.database.writeOnce((writes) =>
    writes.run("test_disable", `update account set disabled_at = now() where id = $1`, [accountId]),
  );
  expect(await attempt()).toEqual({ ok: false, refusal: { code: "wrong" } });
});

test("each sign-in has a token of its own, and ends the session that it replaces", async () => {
  const planted = "A".repeat(43);
  const first = await signedIn({ sessionToken: planted });
  expect(first.session.token).not.toBe(planted);
  const second = await signedIn({ sessionToken: first.session.token });
  expect(second.session.token).not.toBe(first.session.token);
  expect(await sessions(second.session.token)).toHaveLength(1);
});

test("only hashes are kept: no token stands in the tables", async () => {
  const { session, deviceToken } = await signedIn();
  const dump = await place.database.read((reads) =>
    reads.row<{ all: string }>(
      "test_dump",
      `select (select string_agg(s::text, ' ') from signed_in_session s) ||
              (select string_agg(d::text, ' ') from known_device d) as all`,
    ),
  );
  for (const token of [session.token, deviceToken]) {
    expect(dump?.all).not.toContain(token);
    expect(dump?.all).not.toContain(Buffer.from(token).toString("hex"));
  }
});

test("a device is recognised, and attackers do not make it wait", async () => {
  const { deviceToken } = await signedIn();
  await Promise.all(
    Array.from({ length: 40 }, (_, n) => attempt({ password: "autre chose 123", address: `203.0.113.${n}` })),
  );
  expect(await attempt({ address: "203.0.113.200" })).toMatchObject({ refusal: { code: "wait" } });
  const again = await signedIn({ address: "203.0.113.200", deviceToken });
  expect(again.deviceToken).toBe(deviceToken);
});

test("a device's cookie that we did not give is replaced", async () => {
  const planted = "B".repeat(43);
  expect((await signedIn({ deviceToken: planted })).deviceToken).not.toBe(planted);
});

test("two parents keep the device that they share", async () => {
  const first = await signedIn();
  const other = `autre${count}@exemple.fr`;
  await buildAccount(place.database, { email: other });
  const second = await signedIn({ email: other, deviceToken: first.deviceToken });
  expect(second.deviceToken).toBe(first.deviceToken);
});

test("an agent's session is shorter, and becoming one ends the longer ones", async () => {
  const parent = await signedIn();
  await place.database.write((writes) => markAgent(writes, accountId, now));
  expect(await sessions(parent.session.token)).toEqual([]);
  const agent = await signedIn();
  expect(agent.session.maxAgeSeconds).toBe(7 * 24 * 3600);
  expect(await sessions(agent.session.token, now.add({ hours: 11 }))).toHaveLength(1);
  expect(await sessions(agent.session.token, now.add({ hours: 12 }))).toEqual([]);
});

test("one device or all of them are disconnected, never another person's", async () => {
  const [here, there] = [await signedIn(), await signedIn()];
  const actor = {
    kind: "signed-in",
    accountId,
    name: "Claire",
    email,
    guardian: null,
    rights: new Map(),
  } as const;
  const leaving = { actor, address: "192.0.2.1", now };
  const listed = await sessions(here.session.token);
  const name = listed.find((session) => !session.current)?.name ?? "";
  const stranger = {
    ...actor,
    accountId: await buildAccount(place.database, { email: `etranger${count}@exemple.fr` }),
  };
  expect(await disconnect(place.database, name, { ...leaving, actor: stranger })).toBe(false);
  expect(await disconnect(place.database, name, leaving)).toBe(true);
  expect(await disconnect(place.database, name, leaving)).toBe(false);
  expect(await sessions(there.session.token)).toMatchObject([{ current: false }]);
  await signedIn();
  expect(await disconnect(place.database, "everywhere", leaving)).toBe(true);
  expect(await sessions(here.session.token)).toEqual([]);
});

test("the journal tells sign-ins, refusals and sign-outs, and not what was typed", async () => {
  await attempt({ password: "un secret tapé" });
  await attempt({ email: "mot-de-passe-tape-ici" });
  const { session } = await signedIn();
  await signOut(place.database, session.token, { actor: { kind: "visitor" }, address: "198.18.0.9", now });
  await signOut(place.database, session.token, { actor: { kind: "visitor" }, address: "198.18.0.9", now });
  const lines = await place.database.read((reads) =>
    reads.rows<{ act: string; line: string }>(
      "test_journal",
      `select act, journal_entry::text as line from journal_entry
       where address in ($1, '198.18.0.9') order by id`,
      [`192.0.2.${count}`],
    ),
  );
  expect(lines.map(({ act }) => act)).toEqual([
    "identity.sign-in-refused",
    "identity.sign-in-refused",
    "identity.signed-in",
    "identity.signed-out",
  ]);
  expect(lines.map(({ line }) => line).join()).not.toMatch(/secret|tape/);
});

test("a password changed while the old one is being looked at lets nobody in", async () => {
  const path = await place.database.write((writes) =>
    issueChooseLink(writes, { accountId, validDays: 1, now }),
  );
  const token = path.replace("/mot-de-passe/", "");
  const password = "un tout nouveau préau";
  await Promise.all([
    choosePassword(place.database, { token, password, address: "192.0.2.1", now }),
    ...Array.from({ length: 4 }, () => attempt()),
  ]);
  expect(await sessions("A".repeat(43))).toEqual([]);
  expect(await attempt({ password })).toMatchObject({ ok: true });
});
