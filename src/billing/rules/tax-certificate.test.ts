import { expect, test } from "vitest";

import { certify } from "./tax-certificate.ts";

const born = (day: string) => Temporal.PlainDate.from(day);
const paid = (cents: number, cesu = 0, year = 2026) => ({ key: "lina", year, cents, cesu });

test.each([
  ["2020-01-01", true],
  ["2019-12-31", false],
  ["2026-05-02", true],
])("a child born on %s counts for 2026: %s", (day, young) => {
  const told = certify([paid(4000)], born(day), 2026);
  expect(told).toEqual({ young, cents: young ? 4000 : 0, cesu: 0, beyond: 0 });
});

test.each([
  ["another year's is left out", [paid(4000), paid(700, 0, 2027)], { cents: 4000, cesu: 0, beyond: 0 }],
  ["the CESU part is told", [paid(4000, 1500), paid(500)], { cents: 4500, cesu: 1500, beyond: 0 }],
  ["given back beyond what was paid", [paid(1000), paid(-1400, -200)], { cents: 0, cesu: 0, beyond: 400 }],
  [
    "a CESU is never more than the whole",
    [paid(4000, 4000), paid(-1000)],
    { cents: 3000, cesu: 3000, beyond: 0 },
  ],
])("%s", (_what, all, expected) => {
  expect(certify(all, born("2022-03-04"), 2026)).toMatchObject(expected);
});

test("a child whose birth date nobody knows is not certified", () => {
  expect(certify([paid(4000)], null, 2026)).toMatchObject({ young: false, cents: 0 });
});
