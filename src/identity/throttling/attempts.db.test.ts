import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { beginAttempt } from "./begin-attempt.ts";
import { settleAttempt } from "./settle-attempt.ts";

let place: TestDatabase;

beforeAll(async () => {
  place = await testDatabase();
});
afterAll(() => place.close());

const start = Temporal.Instant.from("2026-11-12T08:00:00Z");
const at = (minutes: number, seconds = 0) => start.add({ minutes, seconds });
const attempt = (email: string, address: string, now = start, knownDevice: string | null = null) =>
  place.database.writeOnce((writes) => beginAttempt(writes, { email, address, knownDevice }, now));

/** Fails `times` attempts, each as soon as it may be made; returns the minute of the last one. */
async function failing(times: number, email: string, addressOf: (n: number) => string): Promise<number> {
  let minute = 0;
  for (let n = 0; n < times; n++) {
    const begun = await attempt(email, addressOf(n), at(minute));
    if (begun.ok) continue;
    minute = begun.refusal.until.since(start).total("minutes");
    n -= 1;
  }
  return minute;
}

test("five failures are free of waiting, then it doubles, and hammering lengthens nothing", async () => {
  const tries = (now: Temporal.Instant) => attempt("a@exemple.fr", "192.0.2.10", now);
  for (let n = 0; n < 5; n++) expect(await tries(at(0, n))).toMatchObject({ ok: true });
  const until = at(1, 4);
  for (let n = 5; n < 30; n++) {
    expect(await tries(at(0, n))).toEqual({ ok: false, refusal: { code: "wait", until } });
  }
  expect(await tries(until)).toMatchObject({ ok: true });
  expect(await tries(until)).toMatchObject({ refusal: { until: until.add({ minutes: 2 }) } });
});

test("a hundred attempts at once are no more than what is tolerated", async () => {
  const all = await Promise.all(Array.from({ length: 100 }, () => attempt("storm@exemple.fr", "192.0.2.11")));
  expect(all.filter((one) => one.ok)).toHaveLength(5);
  for (const one of all) if (!one.ok) expect(one.refusal.until).toEqual(at(1));
});

test("a hundred attempts at once from a hundred addresses stop at the account's limit", async () => {
  const all = await Promise.all(
    Array.from({ length: 100 }, (_, n) => attempt("spread@exemple.fr", `198.51.100.${n}`)),
  );
  expect(all.filter((one) => one.ok)).toHaveLength(30);
});

test("one address that tries fifty accounts waits, whoever it asks for", async () => {
  const all = await Promise.all(
    Array.from({ length: 60 }, (_, n) => attempt(`u${n}@exemple.fr`, "192.0.2.12")),
  );
  expect(all.filter((one) => one.ok)).toHaveLength(50);
  expect(await attempt("autre@exemple.fr", "192.0.2.12")).toMatchObject({ ok: false });
  expect(await attempt("autre@exemple.fr", "192.0.2.13")).toMatchObject({ ok: true });
});

test("whoever is attacked from anywhere waits five minutes at most, and not at all on a known device", async () => {
  const minute = await failing(33, "victim@exemple.fr", (n) => `203.0.113.${n}`);
  const refused = await attempt("victim@exemple.fr", "192.0.2.20", at(minute));
  if (refused.ok) throw new Error("the account should be slowed down");
  expect(refused.refusal.until.since(at(minute)).total("minutes")).toBeLessThanOrEqual(5);
  expect(await attempt("victim@exemple.fr", "192.0.2.20", at(minute), "device")).toMatchObject({ ok: true });
});

test("a known device is held up by its own failures only", async () => {
  for (let n = 0; n < 5; n++) await attempt("b@exemple.fr", "192.0.2.21", start, "device-b");
  expect(await attempt("b@exemple.fr", "192.0.2.22", start, "device-b")).toMatchObject({ ok: false });
  expect(await attempt("b@exemple.fr", "192.0.2.22", start)).toMatchObject({ ok: true });
});

test("a success forgets the person's own failures", async () => {
  const tries = () => attempt("c@exemple.fr", "192.0.2.30");
  for (let n = 0; n < 4; n++) await tries();
  const fifth = await tries();
  if (!fifth.ok) throw new Error("the fifth should be let through");
  await place.database.write((writes) => settleAttempt(writes, fifth.value, "succeeded"));
  for (let n = 0; n < 5; n++) expect(await tries()).toMatchObject({ ok: true });
});

test("signing in to an account of one's own between two guesses gains nothing on others'", async () => {
  for (let n = 0; n < 49; n++) {
    expect(await attempt(`guess${n}@exemple.fr`, "192.0.2.31")).toMatchObject({ ok: true });
    const own = await attempt("own@exemple.fr", "192.0.2.31");
    if (!own.ok) throw new Error(`own sign-in ${n} should be let through`);
    await place.database.write((writes) => settleAttempt(writes, own.value, "succeeded"));
  }
  expect(await attempt("last@exemple.fr", "192.0.2.31")).toMatchObject({ ok: true });
  expect(await attempt("next@exemple.fr", "192.0.2.31")).toMatchObject({ ok: false });
});

test("an attempt that nobody looked at counts for nothing, and pardons nothing either", async () => {
  const tries = () => attempt("d@exemple.fr", "192.0.2.40");
  for (let n = 0; n < 3; n++) await tries();
  for (let n = 0; n < 10; n++) {
    const begun = await tries();
    if (!begun.ok) throw new Error("not looked at, not counted");
    await place.database.write((writes) => settleAttempt(writes, begun.value, "not-looked-at"));
  }
  expect((await tries()).ok && (await tries()).ok).toBe(true);
  expect(await tries()).toMatchObject({ ok: false });
});

test("attempts and settlements at once never stop each other for good", async () => {
  const one = async (n: number) => {
    const begun = await attempt(`e${n % 3}@exemple.fr`, `192.0.2.${50 + (n % 2)}`);
    if (begun.ok) await place.database.write((writes) => settleAttempt(writes, begun.value, "succeeded"));
  };
  await expect(Promise.all(Array.from({ length: 200 }, (_, n) => one(n)))).resolves.toHaveLength(200);
});

test("a count begins anew when its window is over", async () => {
  for (let n = 0; n < 30; n++) await attempt("f@exemple.fr", `198.51.100.${100 + n}`);
  expect(await attempt("f@exemple.fr", "192.0.2.60")).toMatchObject({ ok: false });
  for (let n = 0; n < 20; n++) {
    expect(await attempt("f@exemple.fr", `192.0.2.${100 + n}`, at(15))).toMatchObject({ ok: true });
  }
});
