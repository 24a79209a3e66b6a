import { expect, test } from "vitest";

import type { ActivityOffer } from "#activities";
import { dayCalendar, schoolCalendar } from "#kernel";

import { offered, offeredSeason, offeredUnit, opening } from "../../../test/builders/offer.ts";
import { literalRule } from "../../../test/builders/offered-canteen.ts";
import { ZONE_B } from "../../../test/zone-b.ts";
import type { DeadlineRules } from "../deadlines/deadline-rules.ts";
import { slotPlanner } from "./plan-slots.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const school = schoolCalendar(ZONE_B);
const calendar = dayCalendar({ holidayZone: "metropole", school, closures: [] });
const today = date("2026-11-23");

/** A canteen in the week of 23 November 2026. */
function canteen({ hour = 12, places = 60, weekdays = [1, 2, 4, 5] } = {}): ActivityOffer {
  const startsAt = new Temporal.PlainTime(hour);
  const unit = offeredUnit({ startsAt, endsAt: startsAt.add({ hours: 1 }) });
  const openings = weekdays.map((weekday) => opening(unit.unitId, weekday, { places }));
  return offered({
    units: [unit],
    seasons: [offeredSeason({ lastDay: date("2026-11-29"), openings })],
  });
}

const rulesFor = (offers: readonly ActivityOffer[]): DeadlineRules => ({
  rules: new Map(
    offers.flatMap(({ activityId }) =>
      ["book", "cancel"].map((act) => [
        `${activityId} ${act}`,
        [{ validFrom: date("2026-09-01"), rule: literalRule, unitId: null, seasonId: null }],
      ]),
    ),
  ),
  moves: new Map(),
});

/** « 2026-11-24 at 11:00 UTC until 2026-11-23T11:00:00Z, 60 places » of each, by activity. */
function planned(offers: readonly ActivityOffer[]) {
  const { plan, add } = slotPlanner();
  for (const offer of offers) add(offer, { calendar, rules: rulesFor(offers), today });
  return offers.map((offer) =>
    plan.open
      .filter((slot) => slot.unitId === offer.units[0]?.unitId)
      .map((slot) => `${slot.startsAt} ${slot.bookUntil} ${slot.places}`),
  );
}

test("planned together, activities have the slots that each would have alone", () => {
  const offers = [
    canteen(),
    canteen({ places: 14 }),
    canteen({ hour: 8 }),
    canteen({ weekdays: [3] }),
    canteen(),
  ];
  expect(planned(offers)).toEqual(offers.map((offer) => planned([offer])[0]));
  const [usual, small, early, wednesday] = planned(offers);
  expect(usual?.[1]).toBe("2026-11-24T11:00:00Z 2026-11-23T11:00:00Z 60");
  expect(small?.[1]).toBe("2026-11-24T11:00:00Z 2026-11-23T11:00:00Z 14");
  expect(early?.[1]).toBe("2026-11-24T07:00:00Z 2026-11-23T07:00:00Z 60");
  expect(wednesday).toEqual(["2026-11-25T11:00:00Z 2026-11-24T11:00:00Z 60"]);
});

test("every date from today on is open, closed or missing, once; the past is left out", () => {
  const { plan, add } = slotPlanner();
  const offer = canteen();
  add(offer, { calendar, rules: rulesFor([offer]), today });
  const dates = [...plan.open, ...plan.closed].map((day) => day.date.toString()).toSorted();
  expect(dates).toEqual([23, 24, 25, 26, 27, 28, 29].map((day) => `2026-11-${day}`));
});

test("units that open alike are worked out once, whatever else is read with their openings", () => {
  // As the offer reads them: each opening comes with the season that it belongs to.
  const asRead = () => {
    const offer = canteen();
    const seasons = offer.seasons.map((season) => ({
      ...season,
      openings: season.openings.map((own) => ({ ...own, seasonId: season.seasonId })),
    }));
    return { ...offer, seasons };
  };
  const looksAt = (offers: readonly ActivityOffer[]) => {
    let looks = 0;
    const counting = new Proxy(calendar, {
      get: (days, name) => {
        looks++;
        return Reflect.get(days, name);
      },
    });
    const { add } = slotPlanner();
    for (const offer of offers) add(offer, { calendar: counting, rules: rulesFor(offers), today });
    return looks;
  };
  const alone = looksAt([asRead()]);
  expect(alone).toBeGreaterThan(0);
  expect(looksAt(Array.from({ length: 20 }, asRead))).toBe(alone);
});
