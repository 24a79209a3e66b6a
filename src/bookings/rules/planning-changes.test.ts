import fc from "fast-check";
import { expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { planningChanges, type ShownPlace } from "./planning-changes.ts";

const place = (booked: boolean): ShownPlace => ({
  participantId: newId<"participant">(),
  slotId: newId<"slot">(),
  booked,
});

test("only boxes that came back other than they were shown ask for something", () => {
  const shown = [place(true), place(true), place(false), place(false)];
  const lines = planningChanges(shown, new Set([0, 2]));
  expect(lines.map(({ act, slotId }) => [act, slotId])).toEqual([
    ["cancel", shown[1]?.slotId],
    ["book", shown[2]?.slotId],
  ]);
});

test("what was shown, sent back untouched, asks nothing; applying the lines gives what was ticked", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { maxLength: 40 }), (pairs) => {
      const shown = pairs.map(([booked]) => place(booked));
      const asShown = new Set(pairs.flatMap(([booked], index) => (booked ? [index] : [])));
      expect(planningChanges(shown, asShown)).toEqual([]);
      const ticked = new Set(pairs.flatMap(([, wanted], index) => (wanted ? [index] : [])));
      const after = new Map(shown.map(({ slotId, booked }) => [slotId, booked]));
      for (const { act, slotId } of planningChanges(shown, ticked)) after.set(slotId, act === "book");
      expect(shown.map(({ slotId }) => after.get(slotId))).toEqual(pairs.map(([, wanted]) => wanted));
    }),
  );
});
