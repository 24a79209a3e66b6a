import { describe, expect, test } from "vitest";

import { closing, lastWeek, SCHOOL, WEEKEND, WORKING } from "../../../test/closing-time.ts";

/** A slot (« 2026-09-14 », at 12:00 unless told) and when it closes. */
type Vector = readonly [slot: string, closes: string];

const daysBefore = (days: number, cutOff: string, notCounted: readonly string[] = []) => ({
  kind: "daysBefore",
  days,
  cutOff,
  notCounted,
});
const fridayAndTuesday = {
  kind: "weekdayGroups",
  groups: [
    { slots: ["monday", "tuesday"], weekday: "friday", at: "09:00" },
    { slots: ["thursday", "friday"], weekday: "tuesday", at: "09:00" },
  ],
  onDayOff: "back",
  notCounted: WORKING,
};

/** What the authorities of domain/rules.md publish, in the week of 14 September 2026 unless the source has its own. */
const PUBLISHED: readonly (readonly [name: string, rule: unknown, vectors: readonly Vector[]])[] = [
  [
    "R01 Villes Sœurs, with a meal: three working days before, in the evening",
    daysBefore(3, "endOfDay", WORKING),
    [
      ["2026-09-14", "2026-09-09 23:59:59.999"],
      ["2026-09-15", "2026-09-10 23:59:59.999"],
      ["2026-09-16", "2026-09-11 23:59:59.999"],
      ["2026-09-17", "2026-09-14 23:59:59.999"],
      ["2026-09-18", "2026-09-15 23:59:59.999"],
    ],
  ],
  [
    "R01 without a meal: the eve",
    daysBefore(1, "endOfDay"),
    [
      ["2026-09-14", "2026-09-13 23:59:59.999"],
      ["2026-09-16", "2026-09-15 23:59:59.999"],
    ],
  ],
  [
    "R12 Combrailles, occasional: seven days",
    daysBefore(7, "endOfDay"),
    [["2026-09-18", "2026-09-11 23:59:59.999"]],
  ],
  [
    "R15 Mametz and R23 Vailhauquès: Friday 9 h for Monday and Tuesday, Tuesday 9 h for Thursday and Friday",
    fridayAndTuesday,
    [
      ["2026-09-14", "2026-09-11 09:00"],
      ["2026-09-15", "2026-09-11 09:00"],
      ["2026-09-17", "2026-09-15 09:00"],
      ["2026-09-18", "2026-09-15 09:00"],
      // Friday 1 May 2026 is a public holiday: Thursday 30 April.
      ["2026-05-04", "2026-04-30 09:00"],
      ["2026-09-16", "weekdayWithoutGroup"],
    ],
  ],
  [
    "R15 Mametz, evening care: the eve at 11 h",
    daysBefore(1, "11:00"),
    [["2026-09-14 16:30", "2026-09-13 11:00"]],
  ],
  [
    "R16 Poulainville: Thursday 10 h for the week after, 28 August for the return of 2025",
    lastWeek("thursday", "10:00"),
    [
      ["2026-09-14", "2026-09-10 10:00"],
      ["2026-09-18", "2026-09-10 10:00"],
      ["2025-09-01", "2025-08-28 10:00"],
      ["2025-09-05", "2025-08-28 10:00"],
    ],
  ],
  [
    "R17 Cruas, Wednesday: Thursday 12 h",
    lastWeek("thursday", "12:00"),
    [["2026-09-16", "2026-09-10 12:00"]],
  ],
  [
    "R17 Cruas, meals: two days before at 12 h, week-ends not counted",
    daysBefore(2, "12:00", WEEKEND),
    [
      ["2026-09-14", "2026-09-10 12:00"],
      ["2026-09-15", "2026-09-11 12:00"],
      ["2026-09-17", "2026-09-15 12:00"],
      ["2026-09-18", "2026-09-16 12:00"],
    ],
  ],
  ["R18 Andancette, to book: Friday 12 h", lastWeek("friday", "12:00"), [["2026-09-17", "2026-09-11 12:00"]]],
  [
    "R18 Andancette, to cancel: the eve at 12 h",
    daysBefore(1, "12:00"),
    [["2026-09-17", "2026-09-16 12:00"]],
  ],
  ["R19 Veyras, canteen: Tuesday 23:59", lastWeek("tuesday", "23:59"), [["2026-09-18", "2026-09-08 23:59"]]],
  [
    "R19 Veyras, evening care: the eve at 18 h",
    daysBefore(1, "18:00"),
    [["2026-09-18 16:30", "2026-09-17 18:00"]],
  ],
  [
    "R20 Saint-Romain-d’Ay, canteen: Thursday 9 h",
    lastWeek("thursday", "09:00"),
    [["2026-09-14", "2026-09-10 09:00"]],
  ],
  [
    "R20 Saint-Romain-d’Ay, morning care cancelled on the day at 7 h",
    daysBefore(0, "07:00"),
    [["2026-09-14 07:30", "2026-09-14 07:00"]],
  ],
  [
    "R21 Rontalon: the school day before at 11 h, the last one before the holidays for the return",
    daysBefore(1, "11:00", SCHOOL),
    [
      ["2026-09-14", "2026-09-11 11:00"],
      ["2026-09-15", "2026-09-14 11:00"],
      ["2026-09-17", "2026-09-15 11:00"],
      ["2026-09-18", "2026-09-17 11:00"],
      ["2026-11-02", "2026-10-16 11:00"],
      ["2027-01-04", "2026-12-18 11:00"],
    ],
  ],
  [
    "R21 Rontalon, written as a weekday's group and an exception for the return",
    {
      kind: "weekdayGroups",
      groups: [
        { slots: ["monday"], weekday: "friday", at: "11:00" },
        { slots: ["tuesday"], weekday: "monday", at: "11:00" },
        { slots: ["thursday"], weekday: "tuesday", at: "11:00" },
        { slots: ["friday"], weekday: "thursday", at: "11:00" },
      ],
      onDayOff: "stays",
      afterHolidays: { slots: "firstDay", rule: { kind: "lastSchoolDay", at: "11:00" } },
    },
    [
      ["2026-09-14", "2026-09-11 11:00"],
      ["2026-09-17", "2026-09-15 11:00"],
      ["2026-11-02", "2026-10-16 11:00"],
      ["2026-11-03", "2026-11-02 11:00"],
      ["2027-01-04", "2026-12-18 11:00"],
      // Easter Monday follows the spring holidays of 2025.
      ["2025-04-22", "2025-04-04 11:00"],
      // Friday 7 May 2027 is a bridge, and a bridge is not holidays.
      ["2027-05-10", "2027-05-07 11:00"],
    ],
  ],
  [
    "R22 La Tessoualle: 48 hours, Sundays and Wednesdays not counted",
    daysBefore(2, "23:59", ["sundays", "wednesday"]),
    [
      ["2026-09-14", "2026-09-11 23:59"],
      ["2026-09-15", "2026-09-12 23:59"],
      ["2026-09-17", "2026-09-14 23:59"],
      ["2026-09-18", "2026-09-15 23:59"],
    ],
  ],
  [
    "R24 Le Crès: eight days, at midnight",
    daysBefore(8, "endOfDay"),
    [["2024-09-02", "2024-08-25 23:59:59.999"]],
  ],
  ["R25 Boisemont: Thursday 9 h", lastWeek("thursday", "09:00"), [["2026-09-15", "2026-09-10 09:00"]]],
  [
    "R29 Jacob-Bellecombette, to book: Thursday 10 h",
    lastWeek("thursday", "10:00"),
    [["2026-09-15", "2026-09-10 10:00"]],
  ],
  [
    "R29 Jacob-Bellecombette, to cancel: the eve at 10 h in working days",
    daysBefore(1, "10:00", WORKING),
    [
      ["2026-11-12", "2026-11-10 10:00"],
      ["2027-05-10", "2027-05-07 10:00"],
    ],
  ],
  ["R30 Éragny: 72 hours", { kind: "hoursBefore", hours: 72 }, [["2026-09-14", "2026-09-11 12:00"]]],
  [
    "R30 Éragny, holidays: 15 clear days before their first day",
    { kind: "clearDays", days: 15, before: "holidays", at: "endOfDay" },
    [
      ["2026-10-19", "2026-10-03 23:59:59.999"],
      ["2026-10-30", "2026-10-03 23:59:59.999"],
      ["2026-11-02", "outsideHolidays"],
      ["2027-07-05", "schoolYearMissing"],
    ],
  ],
  [
    "R30 Éragny, 15 clear days before a season that begins on Monday 19 October 2026",
    { kind: "clearDays", days: 15, before: "season", at: "endOfDay" },
    [["2026-10-30 from 2026-10-19", "2026-10-03 23:59:59.999"]],
  ],
  [
    "R31 Illkirch, to book: 15 working days",
    daysBefore(15, "endOfDay", WORKING),
    [
      ["2026-10-02", "2026-09-11 23:59:59.999"],
      // 11 November is on the way.
      ["2026-11-20", "2026-10-29 23:59:59.999"],
    ],
  ],
  [
    "R31 Illkirch, to cancel: 16 working days",
    daysBefore(16, "endOfDay", WORKING),
    [["2026-10-02", "2026-09-10 23:59:59.999"]],
  ],
  [
    "Caisse des écoles Paris 11: until 23 August",
    { kind: "until", at: "2026-08-23T23:59" },
    [
      ["2026-09-01", "2026-08-23 23:59"],
      ["2027-07-02", "2026-08-23 23:59"],
      ["2026-08-20", "2026-08-20 12:00"],
    ],
  ],
  [
    "R10 Médoc Estuaire: nothing closes before the slot",
    { kind: "slotStart" },
    [["2026-09-14 07:30", "2026-09-14 07:30"]],
  ],
  ["R01 Villes Sœurs, to cancel: sold for good", { kind: "never" }, [["2026-09-14", "never"]]],
];

describe.each(PUBLISHED)("%s", (_, rule, vectors) => {
  test.each(vectors)("%s closes at %s", (slot, closes) => expect(closing(rule, slot)).toBe(closes));
});
