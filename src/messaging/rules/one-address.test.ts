import { expect, test } from "vitest";

import { isOneAddress } from "./one-address.ts";

test.each(["claire@exemple.fr", "c.lefebvre+cantine@mairie.exemple.fr", "hélène@exemple.fr", "x@localhost"])(
  "%s is one",
  (address) => {
    expect(isOneAddress(address)).toBe(true);
  },
);

test.each([
  "",
  "claire",
  "claire@",
  "@exemple.fr",
  "claire@exemple.fr, marc@exemple.fr",
  "claire@exemple.fr;marc@exemple.fr",
  "Claire <claire@exemple.fr>",
  "claire@exemple.fr\nBcc: marc@exemple.fr",
  "claire@a@exemple.fr",
  `${"c".repeat(250)}@exemple.fr`,
])("%j is not", (address) => {
  expect(isOneAddress(address)).toBe(false);
});
