import { expect, test } from "vitest";

import { channelsOf, wayOf, WAYS, waysOf } from "./message-channels.ts";

test("news may be refused, what is part of the service may not", () => {
  expect(waysOf("news")).toEqual(["mail", "sms", "both", "none"]);
  expect(waysOf("service")).toEqual(["mail", "sms", "both"]);
});

test.each(WAYS)("%s is the same way there and back", (way) => {
  expect(wayOf({ wanted: way !== "none", ...channelsOf(way) })).toBe(way);
});
