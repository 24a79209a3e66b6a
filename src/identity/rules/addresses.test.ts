import { expect, test } from "vitest";

import { hostName, originOf } from "./host-name.ts";
import { retryTime } from "./retry-time.ts";
import { secureAddress } from "./secure-address.ts";

test.each([
  ["http://espace.exemple.fr", "https://espace.exemple.fr"],
  ["http://espace.exemple.fr:3000", "https://espace.exemple.fr"],
  ["http://192.168.1.10:3000", "https://192.168.1.10"],
  ["http://localhost.exemple.fr", "https://localhost.exemple.fr"],
  ["https://espace.exemple.fr", null],
  ["http://localhost:3000", null],
  ["http://127.0.0.1:3000", null],
])("cookies asked for at %s are better kept at %s", (origin, better) =>
  expect(secureAddress(origin)).toBe(better),
);

test.each([
  ["Espace.Exemple.fr ", "espace.exemple.fr"],
  ["localhost", "localhost"],
  ["127.0.0.1", "127.0.0.1"],
  ["https://exemple.fr", undefined],
  ["exemple.fr:3000", undefined],
  ["-x.fr", undefined],
  ["a b.fr", undefined],
  ["é.fr", undefined],
  ["", undefined],
  [`${"a".repeat(64)}.fr`, undefined],
])("the host « %s » is kept as %s", (text, host) => expect(hostName(text)).toBe(host));

test("a link goes to the authority's own host, by https unless the program is reached otherwise", () => {
  const publicUrl = new URL("http://localhost:3000");
  expect(originOf("espace.exemple.fr", publicUrl)).toBe("https://espace.exemple.fr");
  expect(originOf("localhost", publicUrl)).toBe("http://localhost:3000");
});

test.each([
  ["2026-07-01T14:41:00Z", "16 h 41"],
  ["2026-07-01T14:41:00.001Z", "16 h 42"],
  ["2026-11-12T22:59:30Z", "0 h"],
])("a wait until %s ends at %s", (until, words) =>
  expect(retryTime(Temporal.Instant.from(until)).replaceAll("\u00a0", " ")).toBe(words),
);
