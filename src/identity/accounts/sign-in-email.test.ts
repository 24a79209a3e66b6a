import { expect, test } from "vitest";

import { signInEmail } from "./sign-in-email.ts";

test.each([
  [" Claire@Exemple.fr ", "claire@exemple.fr"],
  ["claire+ecole@exemple.fr", "claire+ecole@exemple.fr"],
  ["claire", undefined],
  ["claire@", undefined],
  ["claire@exemple", undefined],
  ["a b@exemple.fr", undefined],
  [`${"a".repeat(250)}@exemple.fr`, undefined],
])("« %s » is kept as %s", (text, email) => expect(signInEmail(text)).toBe(email));
