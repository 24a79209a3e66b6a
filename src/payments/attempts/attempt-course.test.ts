import { expect, test } from "vitest";

import { cents, ok, refuse } from "#kernel";

import type { GatewayResult } from "../gateway/gateway.ts";
import { courseOf, type AttemptState } from "./attempt-course.ts";

const openedAt = Temporal.Instant.from("2026-11-25T08:00:00Z");
const asked = { refdet: "202600021400000001", amount: cents(4800), account: "123456", mode: "test" as const };
const paid: GatewayResult = {
  ...asked,
  outcome: "paid",
  means: "card",
  authorisation: "112233",
  at: Temporal.PlainDateTime.from("2026-11-25T09:04"),
  raw: "<xml/>",
};
const ended = (more: Partial<GatewayResult> = {}) => ok({ kind: "ended" as const, ...paid, ...more });
const waiting = ok({ kind: "waiting" as const });
const gone = ok({ kind: "gone" as const });
const fault = refuse({ code: "unavailable" as const, reason: "HTTP 502", retryAfterMinutes: 30 });
const refusedCall = refuse({
  code: "refused" as const,
  serviceCode: "T4",
  text: "Accès non autorisé",
  raw: "<xml/>",
});

const after = (state: AttemptState, minutes: number, answered: Parameters<typeof courseOf>[1]) => {
  const now = openedAt.add({ seconds: Math.round(minutes * 60) });
  const course = courseOf({ state, openedAt, asked }, answered, now);
  return { ...course, next: course.next === null ? null : course.next.since(now).total("minutes") };
};

test.each([
  ["open", 3, waiting, "open", 5],
  ["open", 19.9, waiting, "open", 5],
  ["open", 20, waiting, "expired", 5],
  ["expired", 90, waiting, "expired", 60],
  ["open", 5, gone, "gone", null],
  ["refused", 25, gone, "refused", null],
  ["open", 5, ended({ outcome: "refused" }), "refused", null],
  ["open", 5, ended({ outcome: "abandoned" }), "open", 5],
  ["open", 20, ended({ outcome: "abandoned" }), "abandoned", null],
  ["open", 5, fault, "open", 30],
  ["open", 19.9, fault, "open", 30],
  ["open", 20, fault, "expired", 30],
  ["expired", 60, fault, "expired", 30],
  ["open", 20, refusedCall, "expired", 30],
] as const)("%s, after %d minutes", (state, minutes, answered, then, next) => {
  expect(after(state, minutes, answered)).toMatchObject({ state: then, next, paid: null, alert: false });
});

test.each(["open", "expired", "abandoned", "refused", "gone"] as const)(
  "late truth: what was %s and is said to be paid is a payment",
  (state) => {
    expect(after(state, 60 * 24, ended())).toMatchObject({ state: "paid", paid: { amount: 4800 } });
  },
);

test.each([
  ["amount", { amount: cents(480) }, "480"],
  ["refdet", { refdet: "202600021400000002" }, "202600021400000002"],
  ["account", { account: "654321" }, "654321"],
  ["mode", { mode: "production" }, "production"],
] as const)("a difference of %s touches no account", (field, change, came) => {
  const course = after("open", 5, ended(change));
  expect(course).toMatchObject({ state: "differing", paid: null, next: null });
  expect(course.differing?.differences).toEqual([{ field, asked: String(asked[field]), came }]);
});

test("what is paid stays paid, whatever the service says next", () => {
  for (const answered of [waiting, gone, fault, ended({ outcome: "refused" }), ended({ amount: cents(1) })])
    expect(after("paid", 30, answered)).toMatchObject({
      state: "paid",
      paid: null,
      differing: null,
      next: null,
    });
});

test("after seven days without an answer an agent is told, and nobody asks any more by itself", () => {
  expect(after("expired", 7 * 24 * 60, waiting)).toMatchObject({ state: "expired", next: null, alert: true });
  expect(after("open", 7 * 24 * 60, fault)).toMatchObject({ state: "expired", next: null, alert: true });
});
