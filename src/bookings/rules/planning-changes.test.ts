import fc from "fast-check";
import { expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { ACTS, type Act } from "./lines.ts";
import { planningChanges, shownTicked } from "./planning-changes.ts";

const box = (act: Act) => ({ act, slotId: newId<"slot">() });

test("only boxes that came back other than they were shown ask for something", () => {
  const shown = [
    box("cancel"),
    box("cancel"),
    box("book"),
    box("book"),
    box("wait"),
    box("leave"),
    box("accept"),
  ];
  const asked = planningChanges(shown, new Set([0, 2, 4, 6]));
  expect(asked.map(({ act, slotId }) => [act, slotId])).toEqual([
    ["cancel", shown[1]?.slotId],
    ["book", shown[2]?.slotId],
    ["wait", shown[4]?.slotId],
    ["leave", shown[5]?.slotId],
    ["accept", shown[6]?.slotId],
  ]);
});

test("what was shown, sent back untouched, asks nothing; every other box is asked, once", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...ACTS), fc.boolean()), { maxLength: 40 }), (pairs) => {
      const shown = pairs.map(([act]) => box(act));
      const asShown = new Set(shown.flatMap((each, index) => (shownTicked(each) ? [index] : [])));
      expect(planningChanges(shown, asShown)).toEqual([]);
      const ticked = new Set(pairs.flatMap(([, wanted], index) => (wanted ? [index] : [])));
      const asked = planningChanges(shown, ticked);
      expect(asked).toEqual(shown.filter((each, index) => pairs[index]?.[1] !== shownTicked(each)));
    }),
  );
});
