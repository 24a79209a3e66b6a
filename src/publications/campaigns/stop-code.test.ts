import { expect, test } from "vitest";

import { recipientOfCode, stopCode } from "./stop-code.ts";

const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

test("a code leads back to its recipient, in 22 signs", () => {
  expect(stopCode(ID)).toHaveLength(22);
  expect(recipientOfCode(stopCode(ID))).toBe(ID);
});

test.each(["", "x", "é".repeat(22), "/".repeat(22), "a".repeat(23), `${stopCode(ID).slice(0, 21)}h`])(
  "%j leads nowhere",
  (code) => {
    expect(recipientOfCode(code)).toBeUndefined();
  },
);
