import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { attendanceOf, busiest, presenceCurve, type Presence } from "./presence-curve.ts";
import { roomLeft } from "./room-left.ts";
import { staffNeeded } from "./staff-needed.ts";

const ratios = new Map<string, number | null>([
  ["babies", 5],
  ["tall", 8],
  ["grown", null],
]);

test.each([
  ["nobody", [], 0],
  ["exactly one adult's children", [["tall", 8]], 1],
  ["one child more", [["tall", 9]], 2],
  [
    "each group rounded up by itself",
    [
      ["tall", 9],
      ["babies", 6],
    ],
    4,
  ],
  ["a group without a ratio", [["grown", 40]], 0],
  ["a child of no group", [[null, 3]], 0],
  ["a group that is not known", [["others", 3]], 0],
] as const)("staff for %s", (_, children, staff) => {
  expect(staffNeeded(new Map<string | null, number>(children), ratios)).toBe(staff);
});

const here = (from: number, to: number, count = 1, groupId: string | null = "tall"): Presence => ({
  from,
  to,
  count,
  groupId,
});
const curve = (...presences: Presence[]) =>
  presenceCurve(attendanceOf(presences, ratios)).map(({ from, present, staff }) => [from, present, staff]);

describe("the curve of a day", () => {
  test.each([
    ["nobody", [], []],
    [
      "an hour from a quarter past",
      [here(495, 555)],
      [
        [480, 1, 1],
        [510, 1, 1],
        [540, 1, 1],
      ],
    ],
    [
      "one leaves as the other comes",
      [here(480, 510), here(510, 540)],
      [
        [480, 1, 1],
        [510, 1, 1],
      ],
    ],
    [
      "one leaves within the half-hour in which the other comes",
      [here(480, 490), here(490, 510)],
      [[480, 1, 1]],
    ],
    ["both at once within a half-hour", [here(480, 495), here(490, 510)], [[480, 2, 1]]],
    [
      "a hole in the day",
      [here(480, 510), here(540, 570)],
      [
        [480, 1, 1],
        [510, 0, 0],
        [540, 1, 1],
      ],
    ],
    [
      "adults are counted where they are needed together",
      [here(480, 510, 8), here(490, 500, 1)],
      [[480, 9, 2]],
    ],
    ["hours that are none", [here(480, 480)], []],
  ])("%s", (_, presences, expected) => {
    expect(curve(...presences)).toEqual(expected);
  });

  const minutes = fc
    .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 300 }))
    .map(([from, length]) => ({ from, to: Math.min(1440, from + length) }));
  const presence = fc
    .tuple(minutes, fc.integer({ min: 1, max: 12 }), fc.constantFrom("babies", "tall", "grown", null))
    .map(([span, count, groupId]): Presence => ({ ...span, count, groupId }));

  test("is what counting every minute gives", () => {
    fc.assert(
      fc.property(fc.array(presence, { maxLength: 12 }), fc.constantFrom(15, 30, 60), (presences, step) => {
        const attendance = attendanceOf(presences, ratios);
        for (const part of presenceCurve(attendance, step)) {
          const counted = Array.from({ length: step }, (_, index) => at(presences, part.from + index));
          expect(part).toMatchObject({
            present: Math.max(...counted.map(({ present }) => present)),
            staff: Math.max(...counted.map(({ staff }) => staff)),
          });
        }
        expect(busiest(presenceCurve(attendance, step))).toEqual(busiest(attendance));
      }),
    );
  });

  function at(presences: readonly Presence[], minute: number) {
    const there = presences.filter(({ from, to }) => from <= minute && minute < to);
    const groups = new Map<string | null, number>();
    for (const { groupId, count } of there) groups.set(groupId, (groups.get(groupId) ?? 0) + count);
    return { present: there.reduce((sum, { count }) => sum + count, 0), staff: staffNeeded(groups, ratios) };
  }
});

describe("the room left", () => {
  const shared = (from: number, to: number, places: number, taken: number, fromMonths = 0) => ({
    from,
    to,
    places,
    taken,
    fromMonths,
  });
  const day = { from: 480, to: 1080 };
  test.each([
    ["own places only", day, [], { places: 20, left: 15 }],
    ["shared ones elsewhere in the day", day, [shared(0, 480, 1, 1)], { places: 20, left: 15 }],
    [
      "the tightest part of the day decides",
      day,
      [shared(480, 780, 12, 10), shared(780, 1080, 12, 5)],
      { places: 12, left: 2 },
    ],
    [
      "the morning meets the morning only",
      { from: 480, to: 780 },
      [shared(780, 1080, 3, 3)],
      { places: 20, left: 15 },
    ],
    ["ages add up", day, [shared(480, 1080, 6, 5), shared(480, 1080, 8, 2, 36)], { places: 14, left: 7 }],
    ["never more than the unit's own", day, [shared(480, 1080, 90, 0)], { places: 20, left: 15 }],
    [
      "an age that is full takes nothing from another",
      day,
      [shared(480, 1080, 6, 6), shared(480, 1080, 8, 2, 36)],
      { places: 14, left: 6 },
    ],
  ])("%s", (_, part, rows, room) => {
    expect(roomLeft(part, { places: 20, taken: 5 }, rows)).toMatchObject(room);
  });
});
