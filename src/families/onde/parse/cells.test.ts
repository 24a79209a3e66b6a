import { describe, expect, test } from "vitest";
import { flawOf, readCivility, readDate, readEmail, readPhone, readPostcode, tidy } from "./cells.ts";

test.each([
  ["2019-03-04", "2019-03-04"],
  ["04/03/2019", "2019-03-04"],
  ["29/02/2020", "2020-02-29"],
  ["29/02/2019", undefined],
  ["2019-13-01", undefined],
  ["2019-00-10", undefined],
  ["31/04/2019", undefined],
  ["0000-01-00", undefined],
  ["4/3/2019", undefined],
  ["04-03-2019", undefined],
  ["2019/03/04", undefined],
  ["04/03/19", undefined],
  ["", undefined],
])("the date « %s » is %s", (cell, date) => expect(readDate(cell)?.toString()).toBe(date));

test.each([
  ["06 12 34 56 78", "0612345678"],
  ["06.12.34.56.78", "0612345678"],
  ["+33 6 12 34 56 78", "0612345678"],
  ["0033612345678", "0612345678"],
  ["+33 (0)6 12 34 56 78", "0612345678"],
  ["+32 470 12 34 56", "+32470123456"],
  ["", ""],
  ["0000000000", undefined],
  ["06 12", undefined],
  ["6 12 34 56 78", undefined],
  ["voir la grand-mère", undefined],
])("the telephone « %s » is %s", (cell, phone) => expect(readPhone(cell)).toBe(phone));

test.each([
  ["Claire.Dupont@Exemple.fr", "claire.dupont@exemple.fr"],
  ["", ""],
  ["claire.dupont", undefined],
  ["claire@exemple", undefined],
  ["a@b.fr; c@d.fr", undefined],
])("the e-mail « %s » is %s", (cell, email) => expect(readEmail(cell)).toBe(email));

test.each([
  ["80120", "FRANCE", "80120"],
  ["80 120", "", "80120"],
  ["1000", "France", undefined],
  ["8012A", "", undefined],
  ["B-7000", "BELGIQUE", "B-7000"],
  ["", "FRANCE", ""],
])("the postcode « %s » (%s) is %s", (cell, country, postcode) =>
  expect(readPostcode(cell, country)).toBe(postcode),
);

test.each([
  ["M.", "M."],
  ["MME", "Mme"],
  ["Mademoiselle", "Mme"],
  ["Monsieur", "M."],
  ["", ""],
  ["Dr", undefined],
])("the civility « %s » is %s", (cell, civility) => expect(readCivility(cell)).toBe(civility));

test.each([
  ["  Le\u00a0 Crotoy ", "Le Crotoy"],
  ["12 rue A\r\nbâtiment B", "12 rue A bâtiment B"],
  [undefined, ""],
])("%j is tidied into « %s »", (cell, text) => expect(tidy(cell)).toBe(text));

describe("damaged text", () => {
  test.each([
    ["LÃ©a", "encoding_broken"],
    ["LEFÃˆVRE", "encoding_broken"],
    ["GaÃ\u00a0", "encoding_broken"],
    ["CÅ“ur", "encoding_broken"],
    ["L\ufffda", "encoding_broken"],
    ["a\u0000b", "control_character"],
    ["a\u0081b", "control_character"],
    ["x".repeat(201), "value_too_long"],
  ])("%j: %s", (cell, code) => expect(flawOf(cell)?.code).toBe(code));

  test.each(["Léa", "SÃO PAULO", "MAGALHÃES", "Ångström", "CONCEIÇÃO", "12 rue A\nbât. B", "x".repeat(200)])(
    "« %s » is sound",
    (cell) => expect(flawOf(cell)).toBeUndefined(),
  );
});
