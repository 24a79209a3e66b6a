import fc from "fast-check";
import { expect, test } from "vitest";

import { isRouteOf, localPath } from "./local-path.ts";

test.each(["/", "/planning", "/planning?mois=2026-11&enfant=2", "/agent/familles/%C3%A9", "/a//b"])(
  "%s is ours",
  (path) => expect(localPath(path)).toBe(path),
);

test.each([
  "",
  "planning",
  "//ailleurs.fr",
  "///ailleurs.fr",
  "/\\ailleurs.fr",
  "\\\\ailleurs.fr",
  "/\t/ailleurs.fr",
  "/\n/ailleurs.fr",
  " /planning",
  "https://ailleurs.fr",
  "javascript:alert(1)",
  "/planning\r\nSet-Cookie: a=b",
  "/é",
  `/${"a".repeat(2001)}`,
])("%j is refused", (path) => expect(localPath(path)).toBeUndefined());

test("whatever is accepted stays on this host, as browsers read it", () => {
  const nasty = fc.string({ unit: fc.constantFrom("/", "\\", ":", "@", "?", "#", "\t", "a", ".", "%2f") });
  fc.assert(
    fc.property(fc.oneof(nasty, fc.webUrl(), fc.string()), (text) => {
      const path = localPath(text) ?? localPath(`/${text}`);
      fc.pre(path !== undefined);
      expect(new URL(path, "https://espace.exemple.fr").host).toBe("espace.exemple.fr");
    }),
  );
});

test.each([
  ["/planning", true],
  ["/planning?mois=2026-11", true],
  ["/agent/lieux/12/jours/2026-11-12", true],
  ["/agent/lieux//jours/2026-11-12", false],
  ["/agent/lieux/12/jours", false],
  ["/ailleurs", false],
])("%s is one of our forms: %s", (path, known) =>
  expect(isRouteOf(path, ["/planning", "/agent/lieux/:site/jours/:date"])).toBe(known),
);
