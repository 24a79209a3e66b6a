import fc from "fast-check";
import { expect, test } from "vitest";

import { bracketFaults, type Bracket } from "./brackets.ts";

test.each<[string, Bracket[], unknown[]]>([
  ["R15: bounds that meet", [{ below: 700 }, { from: 700, to: 1000 }, { above: 1000 }], []],
  ["in any order", [{ above: 1000 }, { below: 700 }, { from: 700, to: 1000 }], []],
  [
    "R06: 1200 has two prices",
    [{ to: 1000 }, { above: 1000, to: 1200 }, { from: 1200 }],
    [{ kind: "overlap", index: 2, other: 1, shared: { from: 1200, to: 1200 } }],
  ],
  [
    "R05: 450 has none",
    [{ below: 450 }, { from: 451 }],
    [{ kind: "hole", index: 1, hole: { from: 450, below: 451 } }],
  ],
  [
    "one point without a price",
    [{ below: 450 }, { above: 450 }],
    [{ kind: "hole", index: 1, hole: { from: 450, to: 450 } }],
  ],
  ["nothing below", [{ from: 300 }], [{ kind: "hole", index: 0, hole: { from: 0, below: 300 } }]],
  ["nothing above", [{ to: 900 }], [{ kind: "hole", index: 0, hole: { above: 900 } }]],
  ["a bracket upside down", [{ from: 9, to: 3 }, {}], [{ kind: "empty", index: 0 }]],
  ["a point that is not in it", [{ from: 9, below: 9 }, {}], [{ kind: "empty", index: 0 }]],
  [
    "one inside another",
    [{ to: 900 }, { from: 100, to: 200 }, { above: 900 }],
    [{ kind: "overlap", index: 1, other: 0, shared: { from: 100, to: 200 } }],
  ],
  [
    "more than a bound in common, and 1000 not in it",
    [{ below: 700 }, { from: 700, to: 1100 }, { above: 1000 }],
    [{ kind: "overlap", index: 2, other: 1, shared: { above: 1000, to: 1100 } }],
  ],
])("%s", (_, brackets, faults) => expect(bracketFaults(brackets)).toEqual(faults));

const holds = ({ from, above, to, below }: Bracket, qf: number) =>
  qf >= (from ?? 0) && qf > (above ?? -1) && qf <= (to ?? Infinity) && qf < (below ?? Infinity);

test("no fault exactly when every quotient is in one bracket", () => {
  const bound = fc.integer({ min: 0, max: 12 });
  const low = fc.oneof(fc.constant({}), fc.record({ from: bound }), fc.record({ above: bound }));
  const high = fc.oneof(fc.constant({}), fc.record({ to: bound }), fc.record({ below: bound }));
  const brackets = fc.array(
    fc.tuple(low, high).map(([a, b]) => ({ ...a, ...b })),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(brackets, (all) => {
      // Bounds are whole: halves tell the open spans between them.
      const points = Array.from({ length: 30 }, (_, index) => index / 2);
      const once = points.every((qf) => all.filter((bracket) => holds(bracket, qf)).length === 1);
      const noneEmpty = all.every((bracket) => points.some((qf) => holds(bracket, qf)));
      expect(bracketFaults(all).length === 0).toBe(once && noneEmpty);
    }),
    { numRuns: 2000 },
  );
});
