import { expect, test } from "vitest";

import { CARE_KINDS } from "#billing";
import { cents, parseId, type Id } from "#kernel";

import { eligibleOpen, mayPay, type DeskLine } from "./eligible.ts";

function id<Name extends string>(n: number): Id<Name> {
  const made = parseId<Name>(`00000000-0000-4000-8000-${String(n).padStart(12, "0")}`);
  if (made === undefined) throw new Error("no id");
  return made;
}
const [october, november, credit] = [id<"invoice">(1), id<"invoice">(2), id<"invoice">(3)];
const [evening, canteen, centre] = [id<"activity">(11), id<"activity">(12), id<"activity">(13)];
const scope = { activities: [evening], youngActivities: [centre], youngAge: 6, kinds: CARE_KINDS };

const line = (amount: number, more: Partial<DeskLine> = {}): DeskLine => ({
  invoice: october,
  creditNote: false,
  activity: evening,
  kind: "unit",
  cents: cents(amount),
  day: Temporal.PlainDate.from("2026-10-07"),
  bornOn: Temporal.PlainDate.from("2020-10-08"),
  corrects: null,
  ...more,
});
const left = (lines: readonly DeskLine[], open: number, paid = 0) =>
  eligibleOpen(lines, new Map([[october, cents(open)]]), new Map([[october, paid]]), (one) =>
    mayPay(one, scope),
  ).get(october);

test.each([
  ["care", line(500), true],
  ["the canteen", line(500, { activity: canteen }), false],
  ["a penalty", line(500, { kind: "penalty" }), false],
  ["a supplement", line(500, { kind: "supplement" }), false],
  ["an absence that is billed: no care, as on the tax certificate", line(500, { kind: "absence" }), false],
  ["a contract", line(500, { kind: "contract" }), true],
  ["a yearly file", line(500, { activity: null, kind: "fee" }), false],
  ["the centre, the day before the sixth birthday", line(500, { activity: centre }), true],
  [
    "the centre, on the sixth birthday",
    line(500, { activity: centre, day: Temporal.PlainDate.from("2026-10-08") }),
    false,
  ],
  ["the centre, of an unknown age", line(500, { activity: centre, bornOn: null }), false],
])("%s", (_, one, admitted) => {
  expect(mayPay(one, scope)).toBe(admitted);
});

test("30 € of canteen and 20 € of care: 20 € by CESU, whatever else was paid", () => {
  const lines = [line(3000, { activity: canteen }), line(2000)];
  expect(left(lines, 5000)).toBe(2000);
  expect(left(lines, 2000)).toBe(2000);
  expect(left(lines, 1500)).toBe(1500);
  expect(left(lines, 3000, 2000)).toBe(0);
});

test("care that a credit note gives back is no longer paid by CESU; within one document lines count each other out", () => {
  const back = line(-1500, { invoice: credit, creditNote: true, corrects: october });
  expect(left([line(3000, { activity: canteen }), line(2000), back], 3500)).toBe(500);
  expect(left([line(2000), line(-500)], 1500)).toBe(1500);
  expect(left([line(2000), line(-500, { invoice: november, corrects: october })], 2000)).toBe(2000);
});
