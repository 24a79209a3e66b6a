import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import {
  lina,
  hugo,
  MORNING,
  day,
  booked,
  FREE,
  FULL,
  MISSED,
  CLOSED,
  ELSEWHERE,
  place,
  week,
  care,
  told,
} from "../../../test/builders/proposed-places.ts";
import { clearRange } from "./clear-range.ts";
import { copyWeek } from "./copy-week.ts";
import { adaptHours, choosableTimes } from "./hours.ts";
import { likeLastYear } from "./like-last-year.ts";
import type { Hours } from "./lines.ts";
import type { PlaceState } from "./place-state.ts";
import { mondayOf, type Place } from "./proposal.ts";
import { repeatWeek } from "./repeat-week.ts";

const ASK = {
  participants: [lina],
  monday: day("2026-11-02"),
  until: day("2026-11-20"),
  rhythm: "every",
  alsoCancel: false,
} as const;

describe("what is booked whole is proposed whole, or not at all", () => {
  const model = week("2026-11-02", [booked(), booked(), CLOSED]);

  test.each<[string, readonly PlaceState[], readonly string[]]>([
    ["every day free", [FREE, FREE, FREE], ["book 2026-11-09", "book 2026-11-10", "book 2026-11-11"]],
    ["booked already", [booked(), booked(), ELSEWHERE], []],
    ["a day is missing", [booked(), FREE, booked()], ["book 2026-11-10"]],
    [
      "one day is full",
      [FREE, FULL, FREE],
      ["together 2026-11-09", "full 2026-11-10", "together 2026-11-11"],
    ],
    [
      "one is too late",
      [MISSED, FREE, FREE],
      ["missed 2026-11-09", "together 2026-11-10", "together 2026-11-11"],
    ],
    ["one is closed", [FREE, FREE, CLOSED], ["book 2026-11-09", "book 2026-11-10", "closed 2026-11-11"]],
  ])("a week is repeated: %s", (_, states, expected) => {
    const places = [...model, ...week("2026-11-09", states)];
    expect(told(places, repeatWeek(places, ASK))).toEqual(expected);
  });

  test("until a day in its midst: none of it; with « annuler aussi », the weeks that the model leaves free go whole", () => {
    const places = [...model, ...week("2026-11-09", [FREE, FREE])];
    const until = day("2026-11-09");
    expect(told(places, repeatWeek(places, { ...ASK, until }))).toEqual(["part 2026-11-09"]);
    const free = [...week("2026-11-02", [FREE, FREE]), ...week("2026-11-09", [booked(), booked()])];
    const ask = { ...ASK, alsoCancel: true };
    expect(told(free, repeatWeek(free, ask))).toEqual(["cancel 2026-11-09", "cancel 2026-11-10"]);
    expect(told(free, repeatWeek(free, { ...ask, until }))).toEqual(["part 2026-11-09"]);
  });

  test("even and odd weeks", () => {
    const places = [...model, ...week("2026-11-09", [FREE]), ...week("2026-11-16", [FREE])];
    expect(told(places, repeatWeek(places, { ...ASK, rhythm: "even" }))).toEqual(["book 2026-11-09"]);
    expect(told(places, repeatWeek(places, { ...ASK, rhythm: "odd" }))).toEqual(["book 2026-11-16"]);
  });

  test("a brother takes the whole week, or gives it back", () => {
    const ofHugo = (states: readonly PlaceState[]) => week("2026-11-02", states, { participantId: hugo });
    const ask = { from: lina, to: [hugo], monday: ASK.monday };
    const taking = [...model, ...ofHugo([FREE, FREE, FREE])];
    expect(told(taking, copyWeek(taking, ask))).toHaveLength(3);
    const late = [...week("2026-11-02", [FREE, FREE]), ...ofHugo([booked(null, false), booked()])];
    expect(told(late, copyWeek(late, ask))).toEqual(["booked 2026-11-02", "together 2026-11-03"]);
  });

  test("absent for a part of the week: it stays, with the reason; for all of it: it is cancelled", () => {
    const places = week("2026-11-02", [booked(), booked(), booked()]);
    const range = { participants: [lina], firstDay: day("2026-11-03"), lastDay: day("2026-11-06") };
    expect(told(places, clearRange(places, range))).toEqual(["part 2026-11-03", "part 2026-11-04"]);
    expect(clearRange(places, { ...range, firstDay: day("2026-11-02") }).lines).toHaveLength(3);
  });

  test("like last year: the course of a season, when its days are all asked", () => {
    const course = { bookedBy: "season", unitName: "Guitare" } as const;
    const before = ["2025-11-03", "2025-11-10", "2025-11-17"].map((date) =>
      place(date, booked(), { ...course, unitId: newId<"unit">() }),
    );
    const places = ["2026-11-02", "2026-11-09", "2026-11-16"].map((date) =>
      place(date, FREE, { ...course, package: "term" }),
    );
    const asked = { participants: [lina], firstDay: day("2026-11-02"), lastDay: day("2026-11-20") };
    expect(likeLastYear(before, places, asked).lines).toHaveLength(3);
    const short = likeLastYear(before, places, { ...asked, lastDay: day("2026-11-10") });
    expect(told(places, short)).toEqual(["part 2026-11-02", "part 2026-11-09"]);
  });
});

describe("hours go with the days", () => {
  const model = care("2026-11-02", booked({ from: 450, to: 480 }));

  test.each<[string, Place, boolean, readonly string[]]>([
    ["free", care("2026-11-09", FREE), false, ["book 2026-11-09 450-480"]],
    ["at other hours", care("2026-11-09", booked(MORNING)), false, []],
    [
      "at other hours, to be like the model",
      care("2026-11-09", booked(MORNING)),
      true,
      ["change 2026-11-09 450-480"],
    ],
    ["at the same hours", care("2026-11-09", booked({ from: 450, to: 480 })), true, []],
    [
      "too late to change them",
      care("2026-11-09", booked(MORNING), { choice: { unit: MORNING, step: 30, canChange: false } }),
      true,
      ["booked 2026-11-09"],
    ],
    ["no hours to choose", care("2026-11-09", FREE, { choice: null }), false, ["book 2026-11-09"]],
  ])("a repeated week: %s", (_, later, alsoCancel, expected) => {
    const places = [model, later];
    expect(told(places, repeatWeek(places, { ...ASK, alsoCancel }))).toEqual(expected);
  });

  test("the other household's hours are not known: all those of the unit", () => {
    const places = [care("2026-11-02", ELSEWHERE), care("2026-11-09", FREE)];
    const proposal = repeatWeek(places, ASK);
    expect(told(places, proposal)).toEqual(["book 2026-11-09 420-510"]);
    expect(proposal.adapted).toEqual([]);
  });

  test("a brother's hours become the same; those of his school where it has others, and it is said", () => {
    const there = { from: 440, to: 500 };
    const places = [
      model,
      care("2026-11-02", booked(MORNING), { participantId: hugo }),
      care("2026-11-03", booked({ from: 420, to: 480 })),
      care("2026-11-03", FREE, {
        participantId: hugo,
        unitId: newId<"unit">(),
        choice: { unit: there, step: 20, canChange: true },
      }),
    ];
    const proposal = copyWeek(places, { from: lina, to: [hugo], monday: ASK.monday });
    expect(told(places, proposal)).toEqual(["change 2026-11-02 450-480", "book 2026-11-03 440-480"]);
    expect(proposal.adapted.map(({ wanted, hours }) => [wanted.from, hours.from])).toEqual([[420, 440]]);
  });

  test("like last year: the most usual hours; those that cover them where the unit has changed", () => {
    const before = ["2025-11-03", "2025-11-10", "2025-11-17"].map((date, index) =>
      care(date, booked(index === 1 ? MORNING : { from: 450, to: 490 })),
    );
    const places = [care("2026-11-02", FREE), care("2026-11-09", booked(MORNING))];
    const proposal = likeLastYear(before, places, {
      participants: [lina],
      firstDay: day("2026-11-02"),
      lastDay: day("2026-11-20"),
    });
    expect(told(places, proposal)).toEqual(["book 2026-11-02 450-510"]);
    expect(proposal.adapted).toHaveLength(1);
  });
});

test.each<[Hours, number, Hours, Hours]>([
  [MORNING, 30, { from: 450, to: 510 }, { from: 450, to: 510 }],
  [MORNING, 30, { from: 430, to: 500 }, { from: 420, to: 510 }],
  [MORNING, 60, { from: 420, to: 480 }, { from: 420, to: 480 }],
  [MORNING, 60, { from: 480, to: 510 }, { from: 480, to: 510 }],
  [MORNING, 30, { from: 400, to: 600 }, MORNING],
  [MORNING, 30, { from: 990, to: 1080 }, MORNING],
  [MORNING, 30, { from: 360, to: 420 }, MORNING],
])("in %o by %i minutes, %o becomes %o", (unit, step, wanted, expected) => {
  expect(adaptHours(wanted, unit, step)).toEqual(expected);
});

describe("any family, any week", () => {
  const spans = fc
    .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 15, max: 300 }))
    .map(([from, length]): Hours => ({ from, to: Math.min(from + length, 1440) }));

  test("hours that are proposed can be chosen; those that could be chosen are kept; common ones are covered", () => {
    fc.assert(
      fc.property(spans, spans, fc.constantFrom(15, 30, 60), (wanted, unit, step) => {
        const { from, to } = adaptHours(wanted, unit, step);
        const times = choosableTimes(unit, step);
        expect(from).toBeLessThan(to);
        expect(times).toEqual(expect.arrayContaining([from, to]));
        if (times.includes(wanted.from) && times.includes(wanted.to)) expect({ from, to }).toEqual(wanted);
        if (wanted.from < unit.to && wanted.to > unit.from) {
          expect(from).toBeLessThanOrEqual(Math.max(wanted.from, unit.from));
          expect(to).toBeGreaterThanOrEqual(Math.min(wanted.to, unit.to));
        }
      }),
    );
  });

  const states = fc.constantFrom(FREE, FULL, MISSED, CLOSED, ELSEWHERE, booked(), booked(null, false));
  const weeks = fc.array(fc.array(states, { minLength: 5, maxLength: 5 }), { minLength: 2, maxLength: 4 });
  const places = weeks.map((all) =>
    all.flatMap((states, index) => week(ASK.monday.add({ weeks: index }).toString(), states)),
  );

  test("a package changes whole or not at all, and what was done is not proposed again", () => {
    fc.assert(
      fc.property(places, fc.boolean(), fc.integer({ min: 0, max: 30 }), (known, alsoCancel, days) => {
        const ask = { ...ASK, alsoCancel, until: ASK.monday.add({ days }) };
        const { lines } = repeatWeek(known, ask);
        const after = known.map((one): Place => {
          const act = lines.find(({ slotId }) => slotId === one.slotId)?.act;
          return act === undefined ? one : { ...one, state: act === "book" ? booked() : FREE };
        });
        for (const own of Map.groupBy(after, ({ date }) => mondayOf(date).toString()).values()) {
          const touched = own.some(({ slotId }) => lines.some((line) => line.slotId === slotId));
          const open = own.filter((one) => one.package !== null).map((one) => one.state.kind);
          const has = open.filter((kind) => kind.startsWith("booked")).length;
          if (touched) expect([0, open.length]).toContain(has);
        }
        expect(repeatWeek(after, ask).lines).toEqual([]);
      }),
    );
  });
});
