import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseId, type Id } from "#kernel";

import { choosableTimes } from "../hours.ts";
import { contractDays, type CareSlot } from "./contract-days.ts";
import { contractWords, durationWords } from "./contract-words.ts";
import { fullWords } from "./full-hours.ts";
import { hoursInSlot, hoursOn, minutesOfWeek, wrongDay, type ContractTerms } from "./week-pattern.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
function id<Name extends string>(n: number): Id<Name> {
  const parsed = parseId<Name>(`00000000-0000-4000-8000-${String(n).padStart(12, "0")}`);
  if (parsed === undefined) throw new Error(`No id of ${n}`);
  return parsed;
}
const LONG = { from: 480, to: 1050 };
const week = [1, 2, 4].map((weekday) => ({ weekday, ...LONG }));
const terms: ContractTerms = {
  firstDay: day("2027-01-04"),
  lastDay: day("2027-07-02"),
  week,
  adapting: { until: day("2027-01-08"), week: [1, 2].map((weekday) => ({ weekday, from: 540, to: 660 })) },
};
const nbsp = (text: string) => text.replaceAll("\u00a0", " ");

describe("words", () => {
  test.each<[string, Partial<ContractTerms>]>([
    [
      "Du 4 janvier au 2 juillet 2027, lundi, mardi et jeudi de 8 h à 17 h 30 : 28 h 30 par semaine.",
      { adapting: null },
    ],
    [
      "Du 4 janvier au 2 juillet 2027, lundi, mardi et jeudi de 8 h à 17 h 30 : 28 h 30 par semaine. Adaptation jusqu’au 8 janvier 2027, lundi et mardi de 9 h à 11 h : 4 h par semaine.",
      {},
    ],
    [
      "Du 1er décembre 2026 au 2 juillet 2027, lundi de 8 h à 17 h 30, mercredi de 9 h à 9 h 45 : 10 h 15 par semaine.",
      {
        firstDay: day("2026-12-01"),
        adapting: null,
        week: [
          { weekday: 3, from: 540, to: 585 },
          { weekday: 1, ...LONG },
        ],
      },
    ],
  ])("%s", (words, other) => {
    expect(nbsp(contractWords({ ...terms, ...other }))).toBe(words);
  });

  test("how long, and where it is full", () => {
    expect([0, 45, 60, 65, 119 * 60].map((n) => nbsp(durationWords(n)))).toEqual([
      "0 min",
      "45 min",
      "1 h",
      "1 h 05",
      "119 h",
    ]);
    const full = [
      { from: 510, to: 540 },
      { from: 540, to: 570 },
      { from: 1020, to: 1080 },
    ];
    expect(nbsp(fullWords(LONG, full, null))).toBe("complet de 8 h 30 à 9 h 30 et de 17 h à 17 h 30");
    expect(nbsp(fullWords(LONG, full, { from: 480, to: 600 }))).toBe("complet de 17 h à 17 h 30");
    expect(fullWords(LONG, [], null)).toBe("complet toute la journée");
  });
});

describe("hours", () => {
  test.each([
    ["2027-01-03", null],
    ["2027-01-04", { from: 540, to: 660 }],
    ["2027-01-07", null],
    ["2027-01-11", LONG],
    ["2027-01-14", LONG],
    ["2027-01-13", null],
    ["2027-07-01", LONG],
    ["2027-07-05", null],
  ])("on %s", (date, hours) => expect(hoursOn(terms, day(date))).toEqual(hours));

  test.each([
    [{ from: 480, to: 1050 }, undefined],
    [{ from: 450, to: 1115 }, undefined],
    [{ from: 420, to: 600 }, 1],
    [{ from: 480, to: 1140 }, 1],
    [{ from: 490, to: 600 }, 1],
    [{ from: 480, to: 590 }, 1],
    [{ from: 600, to: 600 }, 1],
  ])("%o in a unit from 7 h 30 to 18 h 35", (hours, wrong) => {
    expect(wrongDay([{ weekday: 1, ...hours }], { from: 450, to: 1115, step: 30 })).toBe(wrong);
  });

  test("a day twice is one too many", () => {
    expect(wrongDay([...week, { weekday: 2, from: 480, to: 510 }], { from: 450, to: 1110, step: 30 })).toBe(
      2,
    );
  });

  const unit = fc
    .record({
      from: fc.integer({ min: 0, max: 1200 }),
      length: fc.integer({ min: 1, max: 240 }),
      step: fc.constantFrom(15, 30, 60),
    })
    .map(({ from, length, step }) => ({ from, to: from + length, step }));

  test("no hour is outside the slot or off its steps, and none that is agreed and open is lost", () => {
    fc.assert(
      fc.property(
        unit,
        fc.integer({ min: 0, max: 1400 }),
        fc.integer({ min: 1, max: 600 }),
        (slot, from, length) => {
          const wanted = { from, to: from + length };
          const hours = hoursInSlot(wanted, slot);
          const overlap = Math.min(wanted.to, slot.to) - Math.max(wanted.from, slot.from);
          if (hours === null) return overlap <= 0;
          const steps = choosableTimes(slot, slot.step);
          return (
            overlap > 0 &&
            steps.includes(hours.from) &&
            steps.includes(hours.to) &&
            hours.from < hours.to &&
            hours.from <= Math.max(wanted.from, slot.from) &&
            hours.to >= Math.min(wanted.to, slot.to) &&
            wrongDay([{ weekday: 1, ...hours }], slot) === undefined
          );
        },
      ),
    );
  });

  test("whole weeks come to the sum of their days, to the minute", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
        fc.integer({ min: 1, max: 30 }),
        (weekdays, weeks) => {
          const pattern = weekdays.map((weekday) => ({ weekday, from: 450, to: 450 + 95 * weekday }));
          const firstDay = day("2027-01-06");
          const agreed = {
            firstDay,
            lastDay: firstDay.add({ days: 7 * weeks - 1 }),
            week: pattern,
            adapting: null,
          };
          const dates = Array.from({ length: 7 * weeks + 20 }, (_, n) => firstDay.add({ days: n - 10 }));
          const sum = dates.reduce((total, date) => {
            const hours = hoursOn(agreed, date);
            return hours === null ? total : total + hours.to - hours.from;
          }, 0);
          expect(sum).toBe(weeks * minutesOfWeek(pattern));
        },
      ),
    );
  });
});

describe("days", () => {
  const slot = (date: string, more: Partial<CareSlot> = {}): CareSlot => ({
    slotId: id(1),
    date: day(date),
    fromMinute: 450,
    toMinute: 1110,
    state: "open",
    closedBecause: null,
    held: "nobody",
    heldHours: null,
    givenBack: false,
    ...more,
  });
  const before = {
    ...terms,
    adapting: null,
    week: [
      { weekday: 3, ...LONG },
      { weekday: 4, ...LONG },
    ],
  };
  test.each<[string, CareSlot, string]>([
    ["a free day is booked", slot("2027-01-14"), "book 480-1050"],
    ["shorter hours of the day hold", slot("2027-01-14", { fromMinute: 540, toMinute: 990 }), "book 540-990"],
    ["none of the hours", slot("2027-01-14", { fromMinute: 1050 }), "not-at-these-hours"],
    ["not in the week", slot("2027-01-15"), ""],
    ["same hours", slot("2027-01-14", { held: "us", heldHours: LONG }), "kept"],
    ["other hours", slot("2027-01-14", { held: "us", heldHours: { from: 480, to: 600 } }), "change 480-1050"],
    ["the other parent has it", slot("2027-01-14", { held: "another" }), "another-household"],
    ["closed", slot("2027-01-14", { state: "closed" }), "closed"],
    ["given back since", slot("2027-01-14", { givenBack: true }), "given-back"],
    ["given back before there was a contract", slot("2027-01-11", { givenBack: true }), "book 480-1050"],
    ["no longer in the week", slot("2027-01-13", { held: "us", heldHours: LONG }), "cancel"],
    ["occasional care stays", slot("2027-01-15", { held: "us", heldHours: LONG }), ""],
    ["nothing to cancel", slot("2027-01-13"), ""],
  ])("%s", (_what, one, expected) => {
    const said = contractDays(id(2), { after: terms, before }, [one], 30).map((found) =>
      found.kind !== "ask"
        ? found.kind
        : [
            found.line.act,
            found.line.hours === undefined ? "" : `${found.line.hours.from}-${found.line.hours.to}`,
          ]
            .join(" ")
            .trim(),
    );
    expect(said.join()).toBe(expected);
  });
});
