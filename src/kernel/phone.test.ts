import { expect, test } from "vitest";

import { formatPhone } from "./phone.ts";

test.each([
  ["0639981004", "06 39 98 10 04"],
  ["06 39 98 10 04", "06 39 98 10 04"],
  ["06.39.98.10.04", "06 39 98 10 04"],
  ["+33 6 39 98 10 04", "+33 6 39 98 10 04"],
  ["3949", "3949"],
  ["", ""],
])("%s is written « %s », on one line", (typed, written) => {
  expect(formatPhone(typed)).toBe(written.replaceAll(" ", "\u00a0"));
});
