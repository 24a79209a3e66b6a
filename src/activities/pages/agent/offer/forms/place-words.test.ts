import { expect, test } from "vitest";

import { readDates, readPlaces, writeDates, writePlaces } from "./place-words.ts";

test.each([
  ["60", { places: 60 }],
  [" 60 de 9:00 à 16:30 ", { places: 60, from: "09:00", to: "16:30" }],
  ["60 de 9 h à 16 h 30", { places: 60, from: "09:00", to: "16:30" }],
  ["60 De 9h à 16H30", { places: 60, from: "09:00", to: "16:30" }],
  ["0", { places: 0 }],
  ["", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["60 de 9:00", undefined],
  ["60 de 9:00 à 24:00", undefined],
  ["beaucoup", undefined],
])("%j", (text, expected) => {
  const read = readPlaces(text);
  expect(read).toEqual(expected);
  if (read !== undefined) expect(readPlaces(writePlaces(read))).toEqual(read);
});

test("dates are written as they are read", () => {
  const text = "23/02/2027 : 12\n\n 6/3/2027: 8 de 9:00 à 17:00 \n";
  const dates = readDates(text);
  expect(dates).toEqual([
    { date: "2027-02-23", places: 12 },
    { date: "2027-03-06", places: 8, from: "09:00", to: "17:00" },
  ]);
  expect(readDates(writeDates(dates ?? []))).toEqual(dates);
  expect(readDates("")).toEqual([]);
  expect(readDates("demain : 12")).toBeUndefined();
});
