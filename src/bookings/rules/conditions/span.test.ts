import fc from "fast-check";
import { expect, test } from "vitest";

import { complement, intersection, union, type Span } from "./span.ts";

const START = Temporal.PlainDate.from("2027-01-01");
const whole: Span = { first: START, last: START.add({ days: 30 }) };
const spans = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 4 }).map((pairs) =>
  union(
    [],
    pairs.map(([a, b]) => ({
      first: START.add({ days: Math.min(a, b) }),
      last: START.add({ days: Math.max(a, b) }),
    })),
  ),
);
const setOf = (list: readonly Span[]) =>
  new Set(
    list.flatMap(({ first, last }) =>
      Array.from({ length: first.until(last).days + 1 }, (_, n) => first.add({ days: n }).toString()),
    ),
  );

test("spans are sets of days", () => {
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      expect(setOf(intersection(a, b))).toEqual(setOf(a).intersection(setOf(b)));
      expect(setOf(union(a, b))).toEqual(setOf(a).union(setOf(b)));
      expect(setOf(complement(whole, a))).toEqual(setOf([whole]).difference(setOf(a)));
    }),
  );
});
