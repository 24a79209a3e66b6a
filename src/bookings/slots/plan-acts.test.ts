import { expect, test } from "vitest";

import { dayCalendar, schoolCalendar } from "#kernel";

import { offered, offeredSeason, offeredUnit, opening } from "../../../test/builders/offer.ts";
import { literalRule } from "../../../test/builders/offered-canteen.ts";
import { ZONE_B } from "../../../test/zone-b.ts";
import type { DeadlineAct } from "../rules/deadline-sentence.ts";
import type { DeadlineRule } from "../rules/deadline/deadline-rule.ts";
import { NEVER } from "../rules/deadline/never.ts";
import { slotPlanner } from "./plan-slots.ts";

const date = (text: string) => Temporal.PlainDate.from(text);
const calendar = dayCalendar({ holidayZone: "metropole", school: schoolCalendar(ZONE_B), closures: [] });
const unit = offeredUnit();
const openings = [opening(unit.unitId, 4)];
const offer = offered({ units: [unit], seasons: [offeredSeason({ lastDay: date("2026-11-29"), openings })] });

/** The slot of Thursday 26 November 2026 by these rules. */
function thursday(rules: Partial<Record<DeadlineAct, DeadlineRule>>) {
  const { plan, add } = slotPlanner();
  const byAct = new Map(
    Object.entries(rules).map(([act, rule]) => [
      `${offer.activityId} ${act}`,
      [{ validFrom: date("2026-09-01"), rule, unitId: null, seasonId: null }],
    ]),
  );
  add(offer, { calendar, rules: { rules: byAct, moves: new Map() }, today: date("2026-11-23") });
  return plan;
}

test("changing hours has an instant of its own only where it is not the one for cancelling", () => {
  const both = { book: literalRule, cancel: literalRule };
  const start: DeadlineRule = { kind: "slotStart" };
  expect(thursday(both).open[0]?.changeUntil).toBeNull();
  expect(thursday({ ...both, change: literalRule }).open[0]?.changeUntil).toBeNull();
  const [apart] = thursday({ ...both, change: start }).open;
  expect(apart?.changeUntil?.equals(apart.startsAt)).toBe(true);
  expect(apart?.facts).toEqual({ book: [], cancel: [], change: [] });
});

test("a place that is sold for good keeps the instant that no act is in time for", () => {
  const [sold] = thursday({ book: literalRule, cancel: { kind: "never" } }).open;
  expect(sold?.cancelUntil.equals(NEVER)).toBe(true);
  expect(sold?.bookUntil.toString()).toBe("2026-11-25T11:00:00Z");
});

test("a rule that says nothing of the day is missing, for whichever act", () => {
  const groups: DeadlineRule = {
    kind: "weekdayGroups",
    groups: [{ slots: [1], weekday: 5, at: { kind: "endOfDay" } }],
    onDayOff: "stays",
    notCounted: literalRule.notCounted,
  };
  const plan = thursday({ book: literalRule, cancel: literalRule, change: groups });
  expect(plan.open).toEqual([]);
  expect(plan.missing).toMatchObject([{ because: { code: "weekdayWithoutGroup", weekday: 4 } }]);
});
