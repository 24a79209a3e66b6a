import { expect, test } from "vitest";

import { checkPassword, SHORTEST_PASSWORD } from "../rules/password.ts";
import { commonPasswords } from "./common-passwords.ts";

test("the shipped list is read, and refuses what it lists", () => {
  const common = commonPasswords();
  expect(common.size).toBeGreaterThan(200);
  for (const password of ["Azertyuiop123", "correct horse battery staple", "cantine scolaire"]) {
    expect(checkPassword(password, { email: "a@b.fr", common })).toMatchObject({
      refusal: { code: "common" },
    });
  }
});

test("no line is shorter than a password may be: it would refuse nothing", () => {
  const useless = [...commonPasswords()].filter((line) => line.length < SHORTEST_PASSWORD - 2);
  expect(useless).toEqual([]);
});
