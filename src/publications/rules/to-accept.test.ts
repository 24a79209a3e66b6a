import { expect, test } from "vitest";

import { isToAccept } from "./to-accept.ts";

test.each([
  ["news ask nothing", null, null, false],
  ["rules that nobody accepted yet", 1, null, true],
  ["the version that was accepted", 1, 1, false],
  ["rules that changed since", 2, 1, true],
  ["a change of form only, after the accepted one", 2, 2, false],
  ["a later version than the one that asks", 2, 3, false],
])("%s", (_, asked, accepted, expected) => {
  expect(isToAccept(asked, accepted)).toBe(expected);
});
