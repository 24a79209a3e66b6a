import fc from "fast-check";
import { expect, test } from "vitest";

import { checkPassword, foldPassword } from "./password.ts";

const common = new Set(["motdepasse123", "azertyuiop12"].map(foldPassword));
const check = (password: string, email = "claire.lefebvre@exemple.fr") =>
  checkPassword(password, { email, common });
const code = (password: string, email?: string) => {
  const checked = check(password, email);
  return checked.ok ? "ok" : checked.refusal.code;
};

test.each([
  ["eleven char", "too-short"],
  ["douze lettre", "ok"],
  ["cheval agrafe pile correct", "ok"],
  ["éèàüéèàüéèàü", "ok"],
  ["👩‍👧 et 👨‍👦 chez nous", "ok"],
  ["            ", "ok"],
  ["MotDePasse123", "common"],
  ["Mot de passe 123", "common"],
  ["mot-de_passé.123", "common"],
  ["azertyuiop12", "common"],
  ["azertyuiop12!", "ok"],
  ["x".repeat(128), "ok"],
  ["x".repeat(129), "too-long"],
])("« %s » is %s", (password, expected) => expect(code(password)).toBe(expected));

test.each([
  ["claire.lefebvre@exemple.fr", "ClaireLefebvre80", "contains-email"],
  ["claire.lefebvre@exemple.fr", "claire.lefebvre@exemple.fr", "contains-email"],
  ["ana@exemple.fr", "banane et melon", "ok"],
])("for %s, « %s » is %s", (email, password, expected) => expect(code(password, email)).toBe(expected));

test("a letter and its accent typed apart make the same password", () => {
  const composed = check("équilibre étoilé");
  const apart = check("équilibre étoilé".normalize("NFD"));
  expect(apart).toEqual(composed);
});

test("twelve characters are twelve, however many bytes they take", () => {
  expect(code("🦊".repeat(11))).toBe("too-short");
  expect(code("🦊".repeat(12))).toBe("ok");
});

test("no composition is asked for: any text of the right length that nobody expects is taken", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 12, maxLength: 40 }), (password) => {
      const length = Array.from(password.normalize("NFC")).length;
      fc.pre(length >= 12 && length <= 128 && !common.has(foldPassword(password)));
      expect(code(password)).toBe("ok");
    }),
  );
});
