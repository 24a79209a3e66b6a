import { expect, test } from "vitest";

import { capacitiesOn, type SharedCapacity } from "./capacities-on.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);

const groups = [
  { ageGroupId: "petits", fromMonths: 36, untilMonths: 72, childrenPerAdult: 8 },
  { ageGroupId: "grands", fromMonths: 72, untilMonths: 144, childrenPerAdult: 12 },
];

function capacity(
  hours: string,
  { validFrom = "0001-01-01", ...more }: Partial<Omit<SharedCapacity, "validFrom">> & { validFrom?: string },
): SharedCapacity {
  const [from = "", to = ""] = hours.split("-");
  return {
    weekday: null,
    ageGroupId: null,
    startsAt: time(from),
    endsAt: time(to),
    places: null,
    adults: null,
    everyMinutes: null,
    validFrom: day(validFrom),
    ...more,
  };
}

const WEDNESDAY = "2026-11-25";
const MONDAY = "2026-11-23";

const on = (date: string, ...capacities: SharedCapacity[]) =>
  capacitiesOn(capacities, groups, day(date)).map(
    (shared) =>
      `${shared.fromMinute}-${shared.toMinute} ${shared.fromMonths}-${shared.untilMonths}: ${shared.places}`,
  );

const morning = capacity("07:30-12:00", { ageGroupId: "petits", adults: 3 });
const whole = capacity("07:30-18:00", { places: 40 });

test.each<[string, string, SharedCapacity[], string[]]>([
  ["nothing is shared without a capacity", MONDAY, [], []],
  ["adults are multiplied by the ratio of the group", MONDAY, [morning], ["450-720 36-72: 24"]],
  [
    "every age is counted besides each group",
    MONDAY,
    [morning, whole],
    ["450-720 36-72: 24", "450-1080 -1-1800: 40"],
  ],
  [
    "the Wednesday's own go before those of every day, for the same ages only",
    WEDNESDAY,
    [whole, morning, capacity("08:00-12:00", { weekday: 3, ageGroupId: "petits", places: 16 })],
    ["450-1080 -1-1800: 40", "480-720 36-72: 16"],
  ],
  [
    "by half-hour: one count for each",
    MONDAY,
    [capacity("07:30-09:00", { ageGroupId: "grands", places: 8, everyMinutes: 30 })],
    ["450-480 72-144: 8", "480-510 72-144: 8", "510-540 72-144: 8"],
  ],
  ["another weekday's own do not count", MONDAY, [capacity("08:00-12:00", { weekday: 3, places: 9 })], []],
  [
    "the last that began holds",
    MONDAY,
    [capacity("07:30-18:00", { places: 50, validFrom: "2026-11-23" }), whole],
    ["450-1080 -1-1800: 50"],
  ],
  [
    "one that begins later does not hold yet",
    MONDAY,
    [capacity("07:30-18:00", { places: 50, validFrom: "2026-11-24" }), whole],
    ["450-1080 -1-1800: 40"],
  ],
  [
    "one that is lifted counts no longer",
    MONDAY,
    [whole, capacity("07:30-18:00", { validFrom: MONDAY })],
    [],
  ],
  [
    "a Wednesday's own that is lifted leaves those of every day",
    WEDNESDAY,
    [
      whole,
      capacity("08:00-12:00", { weekday: 3, places: 9 }),
      capacity("08:00-12:00", { weekday: 3, validFrom: WEDNESDAY }),
    ],
    ["450-1080 -1-1800: 40"],
  ],
  [
    "parts of the day stand side by side",
    MONDAY,
    [morning, capacity("12:00-18:00", { ageGroupId: "grands", places: 0 })],
    ["450-720 36-72: 24", "720-1080 72-144: 0"],
  ],
  [
    "a group that is not known is left out",
    MONDAY,
    [capacity("07:30-12:00", { ageGroupId: "ados", places: 3 })],
    [],
  ],
])("%s", (_, date, capacities, expected) => {
  expect(on(date, ...capacities)).toEqual(expected);
});
