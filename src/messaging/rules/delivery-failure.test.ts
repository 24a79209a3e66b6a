import { expect, test } from "vitest";

import { meaningOf } from "./delivery-failure.ts";

test.each([
  ["no such mailbox", { code: "EENVELOPE", command: "RCPT TO", responseCode: 550 }, "refused"],
  ["taken for spam after reading it", { code: "EMESSAGE", command: "DATA", responseCode: 554 }, "refused"],
  ["an address that is none", { code: "EENVELOPE" }, "refused"],
  ["greylisting", { code: "EENVELOPE", command: "RCPT TO", responseCode: 451 }, "try-later"],
  ["a full mailbox", { code: "EMESSAGE", command: "DATA", responseCode: 452 }, "try-later"],
  ["out of step", { code: "EMESSAGE", command: "DATA", responseCode: 503 }, "try-later"],
  ["the server closes", { code: "EENVELOPE", command: "RCPT TO", responseCode: 421 }, "server-away"],
  ["a wrong password", { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 }, "server-away"],
  [
    "a sender unknown to the relay",
    { code: "EENVELOPE", command: "MAIL FROM", responseCode: 553 },
    "server-away",
  ],
  ["nobody listens", { code: "ESOCKET", command: "CONN" }, "server-away"],
  ["too slow", { code: "ETIMEDOUT", command: "DATA" }, "server-away"],
] as const)("%s", (_name, failure, meaning) => {
  expect(meaningOf(failure)).toBe(meaning);
});
