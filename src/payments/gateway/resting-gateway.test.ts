import { expect, test } from "vitest";

import { ok, refuse, type Result } from "#kernel";

import type { Gateway, GatewayAnswer, GatewayFault, GatewayReference } from "./gateway.ts";
import { restingGateways } from "./resting-gateway.ts";

const isReference = (text: string): text is GatewayReference => text.length > 0;
const waiting: GatewayAnswer = { kind: "waiting" };
const fault: GatewayFault = { code: "unavailable", reason: "time-out", retryAfterMinutes: 5 };

/** A service that takes so long, and a clock that knows. */
function service() {
  const state = { ms: 0, answers: false, tookMs: 15_000, asked: 0 };
  const answer = async (): Promise<Result<GatewayAnswer, GatewayFault>> => {
    state.asked += 1;
    state.ms += state.tookMs;
    return state.answers ? ok(waiting) : refuse(fault);
  };
  const gateway: Gateway = {
    open: () => Promise.reject(new Error("not asked here")),
    test: async () => ok({ names: [] }),
    lookUp: answer,
  };
  const of = restingGateways(
    () => gateway,
    () => state.ms,
  );
  const lookUp = (origin = "https://payfip.exemple.fr") => {
    const reference = "cc0cb210-1cd4-11ea-8cca-0213ad91a103";
    if (!isReference(reference)) throw new Error("no reference");
    return of({ opened: true, origin, account: "123456", mode: "test", partAllowed: true }).lookUp(reference);
  };
  return { state, lookUp };
}

test("after three silences on end a service is left alone for a minute, then one call tries", async () => {
  const { state, lookUp } = service();
  for (const _ of [1, 2, 3]) expect(await lookUp()).toEqual(refuse(fault));
  expect(await lookUp()).toMatchObject({ refusal: { code: "unavailable", retryAfterMinutes: 1 } });
  expect(state.asked).toBe(3);
  // That of another authority is another matter.
  await lookUp("https://autre.exemple.fr");
  expect(state.asked).toBe(4);
  state.ms += 60_000;
  await Promise.all([lookUp(), lookUp(), lookUp()]);
  expect(state.asked).toBe(5);
  state.ms += 60_000;
  Object.assign(state, { answers: true, tookMs: 20 });
  expect(await lookUp()).toEqual(ok(waiting));
  await Promise.all([lookUp(), lookUp()]);
  expect(state.asked).toBe(8);
});

test("what is refused at once is no silence, and an answer between two silences begins the count again", async () => {
  const { state, lookUp } = service();
  state.tookMs = 20;
  for (const _ of [1, 2, 3, 4, 5]) await lookUp();
  expect(state.asked).toBe(5);
  for (const answers of [false, false, true, false, false, false]) {
    Object.assign(state, { answers, tookMs: 15_000 });
    await lookUp();
  }
  expect(state.asked).toBe(11);
  await lookUp();
  expect(state.asked).toBe(11);
});
