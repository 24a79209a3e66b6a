import { expect, test } from "vitest";
import * as french from "./french-dates.ts";

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const time = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text);

test("a day in words, the first of a month is 1er", () => {
  expect(french.formatDay(date("2026-11-12"))).toBe("jeudi 12 novembre");
  expect(french.formatDay(date("2026-11-01"))).toBe("dimanche 1er novembre");
  expect(french.formatDayAndYear(date("2026-11-12"))).toBe("jeudi 12 novembre 2026");
  expect(french.formatMonth(Temporal.PlainYearMonth.from("2026-08"))).toBe("août 2026");
  expect(french.formatShortDate(date("2026-09-01"))).toBe("01/09/2026");
});

test.each([
  ["12:00", "12\u00a0h"],
  ["16:30", "16\u00a0h\u00a030"],
  ["08:05", "8\u00a0h\u00a005"],
  ["00:00", "0\u00a0h"],
  ["23:59:59.999", "23\u00a0h\u00a059"],
])("%s is « %s »", (text, words) => expect(french.formatTime(time(text))).toBe(words));

test("a moment", () => {
  expect(french.formatMoment(date("2026-11-06"), time("12:00"))).toBe("vendredi 6 novembre à 12\u00a0h");
});

test.each([
  ["2026-05-04", "2026-05-04", "le lundi 4 mai"],
  ["2026-05-04", "2026-05-07", "du lundi 4 au jeudi 7 mai"],
  ["2026-06-01", "2026-06-02", "du lundi 1er au mardi 2 juin"],
  ["2026-10-17", "2026-11-01", "du samedi 17 octobre au dimanche 1er novembre"],
  ["2026-12-19", "2027-01-03", "du samedi 19 décembre 2026 au dimanche 3 janvier 2027"],
])("%s to %s is « %s »", (first, last, words) =>
  expect(french.formatDateRange(date(first), date(last))).toBe(words),
);

test.each([
  ["2026-04", "d’avril 2026"],
  ["2026-08", "d’août 2026"],
  ["2026-10", "d’octobre 2026"],
  ["2026-11", "de novembre 2026"],
])("what is of %s is « %s »", (month, words) =>
  expect(french.formatOfMonth(Temporal.PlainYearMonth.from(month))).toBe(words),
);

test("names agree with the names that the platform knows", () => {
  for (let n = 0; n < 366; n++) {
    const day = date("2028-01-01").add({ days: n });
    const words = day.toLocaleString("fr-FR", { weekday: "long", day: "numeric", month: "long" });
    expect(french.formatDay(day).replace("1er ", "1 ")).toBe(words.replace("1er ", "1 "));
  }
});

test("no thirteenth month, no eighth weekday", () => {
  for (const n of [0, 13, 1.5]) expect(() => french.monthName(n)).toThrow(RangeError);
  for (const n of [0, 8]) expect(() => french.weekdayName(n)).toThrow(RangeError);
});

test("a day of birth is said without its weekday", () => {
  expect(french.formatBirthDate(date("2022-05-01"))).toBe("1er mai 2022");
  expect(french.formatBirthDate(date("2014-05-12"))).toBe("12 mai 2014");
});
