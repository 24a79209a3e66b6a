import fc from "fast-check";

import { writeDeadlineRule } from "#bookings";

import type { WrittenRuleSet } from "../../src/app/ruleset/schema.ts";
import { anyPrice } from "../any-price.ts";
import { anyDeadlineRule } from "../any-deadline-rule.ts";

const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
const SPANS = [
  { name: "Automne", firstDay: "2026-09-01", lastDay: "2026-12-18" },
  { name: "2027", firstDay: "2027-01-04", lastDay: "2027-07-02" },
];
const HOURS = [
  { from: "07:30", to: "08:30" },
  { from: "09:00", to: "12:00" },
  { from: "12:00", to: "13:30" },
  { from: "16:30", to: "18:30" },
];

const rule = anyDeadlineRule.map(writeDeadlineRule);
const acts = fc.record({ book: rule, cancel: rule, change: rule }, { requiredKeys: ["book", "cancel"] });
const weekdays = fc.subarray([...WEEKDAYS], { minLength: 1 });

/** How a unit is booked: chosen hours, whole weeks or seasons, a minimum; these contradict each other. */
const settings = fc.oneof(
  fc.constant({}),
  fc.record({ hourStep: fc.constantFrom(15, 30, 60) }),
  fc.record({ bookedBy: fc.constantFrom("slot", "week", "season") }),
  fc.record({ leastDaysAWeek: fc.integer({ min: 2, max: 7 }) }),
  fc.record({
    companions: fc.integer({ min: 1, max: 20 }),
    counts: fc.constantFrom("everyone", "companions"),
  }),
);

const unit = fc
  .record({ hours: fc.constantFrom(...HOURS), meal: fc.boolean(), settings })
  .map(({ meal, ...one }) => ({ ...one, settings: { ...(meal ? { meal } : {}), ...one.settings } }));

/** An activity of units, each of which opens on its weekdays in each season; the second may exclude the first. */
const activity = fc
  .record({
    units: fc.array(fc.record({ unit, weekdays, places: fc.integer({ min: 0, max: 200 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    seasons: fc.subarray(SPANS, { minLength: 1 }),
    opensOn: fc.constantFrom("school", "holidays", "any"),
    audience: fc.constantFrom("children", "adults", "everyone"),
    excludes: fc.boolean(),
  })
  .map(({ units, seasons, opensOn, audience, excludes }) => ({
    audience,
    units: units.map(({ unit: { hours, settings: own } }, index) => ({
      code: `unite-${index}`,
      name: `Unité ${index} : « repas » # 1`,
      ...hours,
      ...own,
      ...(excludes && index === 1 ? { excludes: ["unite-0"] } : {}),
    })),
    seasons: seasons.map((span) => ({
      ...span,
      opensOn,
      openings: units.map((one, index) => ({
        units: [`unite-${index}`],
        weekdays: one.weekdays,
        places: one.places,
      })),
    })),
  }));

const places = fc.record(
  {
    holdMinutes: fc.integer({ min: 1, max: 120 }),
    waitingList: fc.boolean(),
    waitingOrder: fc.constantFrom("date", "points", "siblings"),
    answerMinutes: fc.oneof(fc.integer({ min: 1, max: 9999 }), fc.constant("atOnce" as const)),
    lateCancellation: fc.constant(true),
  },
  { requiredKeys: ["waitingList", "waitingOrder", "answerMinutes"] },
);

/** Any rule set of one to three activities: what the words of the file can say together, whoever wrote it. */
export const anyRuleSet: fc.Arbitrary<WrittenRuleSet> = fc
  .record({
    activities: fc.array(
      fc.record({
        activity,
        acts,
        ofFirstUnit: fc.option(acts),
        ofFirstSeason: fc.option(acts),
        window: fc.boolean(),
        places: fc.option(places),
        price: fc.option(anyPrice),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    publicHolidays: fc.constantFrom("metropole", "alsace-moselle"),
  })
  .map(({ activities: all, publicHolidays }) => {
    const codes = all.map((_, index) => `service-${index}`);
    const each = <Entry>(
      entry: (one: (typeof all)[number], named: { activities: string[] }) => readonly Entry[],
    ) => all.flatMap((one, index) => entry(one, { activities: [codes[index] ?? ""] }));
    return {
      source: "incomplete",
      invented: ['Tout : oui, "tout".'],
      calendar: { publicHolidays, schoolZone: "B" },
      sites: [{ code: "lieu", name: "Lieu", commune: "Rue", phone: "03 53 01 80 00" }],
      activities: all.map((one, index) => ({
        code: codes[index] ?? "",
        site: "lieu",
        name: `Service n° ${index}`,
        ...one.activity,
      })),
      deadlines: each(({ acts: rules, ofFirstUnit, ofFirstSeason, activity: { seasons } }, named) => [
        { ...named, ...rules },
        ...(ofFirstUnit === null ? [] : [{ ...named, units: ["unite-0"], ...ofFirstUnit }]),
        ...(ofFirstSeason === null ? [] : [{ ...named, season: seasons[0]?.name ?? "", ...ofFirstSeason }]),
      ]),
      windows: each(({ window, activity: { seasons } }, named) =>
        window ? [{ ...named, season: seasons[0]?.name ?? "", opensAt: "2026-08-20 08:30" }] : [],
      ),
      enrolment: each((_, named) => [
        { ...named, by: "family" as const, conditions: [{ kind: "residence" }] },
      ]),
      places: each((one, named) => (one.places === null ? [] : [{ ...named, ...one.places }])),
      prices: each(({ price }, named) =>
        price === null ? [] : [{ ...named, missingQf: "highest" as const, price }],
      ),
    };
  });
