import { expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { sameLines, type Line } from "./lines.ts";

const plain: Line = { act: "book", participantId: newId<"participant">(), slotId: newId<"slot">() };
const morning: Line = { ...plain, hours: { from: 450, to: 510 } };

test.each<[string, readonly Line[], readonly Line[], boolean]>([
  ["the same", [plain, morning], [{ ...plain }, { ...morning, hours: { from: 450, to: 510 } }], true],
  ["another order", [plain, morning], [morning, plain], false],
  ["another act", [plain], [{ ...plain, act: "wait" }], false],
  ["another slot", [plain], [{ ...plain, slotId: newId<"slot">() }], false],
  ["one line more", [plain], [plain, plain], false],
  ["hours where there were none", [morning], [plain], false],
  ["no hours where there were some", [plain], [morning], false],
  ["another arrival", [morning], [{ ...plain, hours: { from: 480, to: 510 } }], false],
  ["another departure", [morning], [{ ...plain, hours: { from: 450, to: 480 } }], false],
])("two forms: %s", (_, a, b, same) => {
  expect(sameLines(a, b)).toBe(same);
});
