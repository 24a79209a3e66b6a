import { expect, test } from "vitest";

import type { KnownNumber } from "./may-produce.ts";
import { mayProduce } from "./may-produce.ts";

const friday = Temporal.Instant.from("2026-11-13T09:00:00Z");
const monday = Temporal.Instant.from("2026-11-16T09:00:00Z");
const nothing: KnownNumber = { account: "123456", current: undefined, payments: [], declared: false };
const paid = { mode: "activation", state: "paid", at: friday } as const;

test("a number goes into production once its activation is known and holds, or an agent says so", () => {
  expect(mayProduce(nothing, monday)).toBe("never");
  expect(mayProduce({ ...nothing, declared: true }, monday)).toBeNull();
  for (const other of [
    { ...paid, mode: "test" as const },
    { ...paid, state: "refused" as const },
  ])
    expect(mayProduce({ ...nothing, payments: [other] }, monday)).toBe("never");
  expect(String(mayProduce({ ...nothing, payments: [paid] }, friday))).toBe("2026-11-16");
  expect(mayProduce({ ...nothing, payments: [paid] }, monday)).toBeNull();
});
