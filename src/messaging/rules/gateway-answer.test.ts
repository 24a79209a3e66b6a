import { expect, test } from "vitest";

import { meaningOfStatus } from "./gateway-answer.ts";

test.each([
  [200, "accepted"],
  [202, "accepted"],
  [400, "refused"],
  [422, "refused"],
  [401, "server-away"],
  [402, "server-away"],
  [404, "server-away"],
  [429, "server-away"],
  [503, "server-away"],
  [409, "try-later"],
  [500, "try-later"],
  [302, "try-later"],
])("%i is %s", (status, meaning) => {
  expect(meaningOfStatus(status)).toBe(meaning);
});
