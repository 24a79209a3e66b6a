import fc from "fast-check";
import { expect, test } from "vitest";

import { absenceReasons, likelyReason, pricedReason, reasonWord } from "./absence-reason.ts";
import { dayProgress, together } from "./day-progress.ts";
import { faultOf, fitting, type Noted } from "./noted-state.ts";

test.each([
  [0, 0, "nobody"],
  [31, 0, "none"],
  [31, 24, "part"],
  [31, 31, "complete"],
])("of %i expected, %i noted: %s", (expected, noted, progress) => {
  expect(dayProgress({ expected, noted })).toBe(progress);
});

test("a day is complete when each of its units is, or expects nobody", () => {
  const anyCounted = fc
    .tuple(fc.nat(40), fc.nat(40))
    .map(([a, b]) => ({ expected: Math.max(a, b), noted: Math.min(a, b) }));
  fc.assert(
    fc.property(fc.array(anyCounted), (units) => {
      const all = units.every((unit) => ["complete", "nobody"].includes(dayProgress(unit)));
      expect(["complete", "nobody"].includes(dayProgress(together(units)))).toBe(all);
    }),
  );
});

test("what the authority did itself is one word for the price", () => {
  expect(absenceReasons.filter((reason) => pricedReason(reason) === "authority")).toEqual([
    "strike",
    "teacher-absent",
    "authority",
  ]);
  expect(new Set(absenceReasons.map(reasonWord)).size).toBe(absenceReasons.length);
});

test("the family's own word goes before what is known of the class", () => {
  expect(likelyReason({ toldCause: "sick", teacherAbsent: true })).toBe("illness");
  expect(likelyReason({ toldCause: "other", teacherAbsent: true })).toBe("teacher-absent");
  expect(likelyReason({ toldCause: "other", teacherAbsent: false })).toBeNull();
});

const TODAY = Temporal.PlainDate.from("2026-11-09");
const noted = (changes: Partial<Noted>): Noted => ({
  state: "present",
  reason: null,
  proofOn: null,
  arrivedAt: null,
  leftAt: null,
  ...changes,
});
const time = (text: string) => Temporal.PlainTime.from(text);

test.each<[string, Partial<Noted>, ReturnType<typeof faultOf>]>([
  ["hours in order", { arrivedAt: time("08:30"), leftAt: time("17:00") }, null],
  ["one hour alone", { leftAt: time("17:00") }, null],
  [
    "hours the other way round",
    { arrivedAt: time("17:00"), leftAt: time("08:30") },
    "leaves-before-arriving",
  ],
  ["no time between", { arrivedAt: time("08:30"), leftAt: time("08:30") }, "leaves-before-arriving"],
  ["gone when it opens", { leftAt: time("07:30") }, "leaves-before-opening"],
  ["come before it opens", { arrivedAt: time("07:20"), leftAt: time("07:45") }, null],
  ["a proof of today", { state: "absent", proofOn: TODAY }, null],
  ["a proof of tomorrow", { state: "absent", proofOn: TODAY.add({ days: 1 }) }, "proof-to-come"],
  ["hours of somebody absent", { state: "absent", arrivedAt: time("17:00"), leftAt: time("08:30") }, null],
])("%s", (_, changes, fault) => {
  expect(faultOf(noted(changes), { today: TODAY, opensAt: time("07:30") })).toBe(fault);
});

test("an absence keeps no hours, a presence no reason, and nothing keeps nothing", () => {
  const all = { reason: "illness", proofOn: TODAY, arrivedAt: time("08:30"), leftAt: time("17:00") } as const;
  expect(fitting(noted({ ...all, state: "absent" }))).toMatchObject({ reason: "illness", arrivedAt: null });
  expect(fitting(noted({ ...all, state: "present" }))).toMatchObject({ reason: null, leftAt: time("17:00") });
  expect(fitting(noted({ ...all, state: "none" }))).toEqual(noted({ state: "none" }));
});
