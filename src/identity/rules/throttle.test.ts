import fc from "fast-check";
import { expect, test } from "vitest";

import { countsOf, throttleLimits, waitAfter, waitTable, type ThrottleKind } from "./throttle.ts";

const { pair, account, address } = throttleLimits;

test.each([
  ["four failures from one address cost nothing", pair, 4, 0],
  ["the fifth one minute", pair, 5, 1],
  ["then twice as long each time", pair, 7, 4],
  ["a quarter of an hour in the end", pair, 9, 15],
  ["and no more", pair, 10_000, 15],
  ["an address that many share holds 49", address, 49, 0],
  ["and waits from the 50th on", address, 50, 1],
  ["an account under attack from anywhere holds 29", account, 29, 0],
  ["then waits shortly", account, 30, 1],
  ["at most five minutes", account, 10_000, 5],
])("%s", (_what, limit, failures, minutes) => expect(waitAfter(limit, failures)).toBe(minutes));

const limits = Object.entries(throttleLimits);

test.each(limits)("%s: a wait only grows, and never beyond 15 minutes", (_kind, limit) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), (failures) => {
      const wait = waitAfter(limit, failures);
      expect(wait).toBeLessThanOrEqual(15);
      expect(waitAfter(limit, failures + 1)).toBeGreaterThanOrEqual(wait);
    }),
  );
});

test.each(limits)("%s: the table says the same as the rule, its last line for ever", (_kind, limit) => {
  const table = waitTable(limit);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (failures) => {
      expect(table[Math.min(failures, table.length) - 1]).toBe(waitAfter(limit, failures));
    }),
  );
});

test("a day of guessing at one account stays far from 50 bits", () => {
  // Every wait sat out to the second, the count anew as soon as the window allows.
  const guessesADay = (limit: (typeof throttleLimits)[ThrottleKind]) => {
    let [guesses, minute, since, failures] = [0, 0, 0, 0];
    while (minute < 24 * 60) {
      if (minute - since >= limit.windowMinutes) [since, failures] = [minute, 0];
      failures += 1;
      guesses += 1;
      const wait = waitAfter(limit, failures);
      minute += wait === 0 ? 0.01 : wait;
    }
    return guesses;
  };
  expect(guessesADay(pair)).toBeLessThan(120);
  expect(guessesADay(account)).toBeLessThan(4000);
  expect(guessesADay(address)).toBeLessThan(6000);
});

test("a device that signed in before is counted by itself alone", () => {
  const from = { email: "a@b.fr", address: "192.0.2.1" };
  const kinds = (knownDevice: string | null) => countsOf({ ...from, knownDevice }).map(({ kind }) => kind);
  expect(kinds(null)).toEqual(["pair", "address", "account"]);
  expect(kinds("token")).toEqual(["device"]);
});
