import { openingsOfUnit, type ActivityOffer, type OfferedSeason, type OfferedUnit } from "#activities";
import type { DayCalendar, Id } from "#kernel";

import { deadlinesOf, type DeadlineRules } from "../deadlines/deadline-rules.ts";
import type { DeadlineUnknown } from "../rules/deadline/closing.ts";
import { howJudged, type JudgedBy } from "./how-judged.ts";
import { planDays, type DaysQuestion, type PlannedDay } from "./plan-days.ts";
import { sharedPlaces, type PlannedCount } from "./shared-places.ts";

/** A slot that should be open, with its deadlines as instants and why they are what they are. */
export interface PlannedSlot extends Omit<Extract<PlannedDay, { kind: "open" }>, "kind"> {
  unitId: Id<"unit">;
  seasonId: Id<"season">;
  judgedBy: JudgedBy;
}

/** A date on which a unit does not open; `because` is what a family reads. */
export interface ClosedDate {
  unitId: Id<"unit">;
  date: Temporal.PlainDate;
  because: string;
}

/** Why slots cannot be created, and from which date on. */
export interface SlotsMissing {
  activityName: string;
  because: DeadlineUnknown;
  firstDate: Temporal.PlainDate;
}

/** What the slots of some activities should be. A date that appears nowhere stays as it is. */
export interface SlotPlan {
  open: PlannedSlot[];
  closed: ClosedDate[];
  /** Every shared place of the activities `counted`, from today on. */
  counts: PlannedCount[];
  counted: Id<"activity">[];
  missing: SlotsMissing[];
}

/** What the plan of an activity is made from. */
interface Planning {
  /** The days of its site: one object for all the sites that share them, so that days are planned once. */
  calendar: DayCalendar;
  rules: DeadlineRules;
  /** The day from which slots follow. */
  today: Temporal.PlainDate;
}

/**
 * Makes plans of activities, one after the other. Canteens with the same season, weekdays, hours and rules have
 * the same days: these are worked out once for all of them (300 canteens in the time of a few).
 */
export function slotPlanner(): {
  readonly plan: SlotPlan;
  add(offer: ActivityOffer, planning: Planning): void;
} {
  const plan: SlotPlan = { open: [], closed: [], counts: [], counted: [], missing: [] };
  const known = new Map<DayCalendar, Map<string, readonly PlannedDay[]>>();
  const daysOf = (question: DaysQuestion, calendar: DayCalendar): readonly PlannedDay[] => {
    const ofCalendar = known.get(calendar) ?? new Map<string, readonly PlannedDay[]>();
    known.set(calendar, ofCalendar);
    const key = JSON.stringify(question);
    const days = ofCalendar.get(key) ?? planDays(question, calendar);
    ofCalendar.set(key, days);
    return days;
  };
  const add = (offer: ActivityOffer, { calendar, rules, today }: Planning): void => {
    const judgedBy = howJudged(offer);
    plan.counted.push(offer.activityId);
    for (const season of offer.seasons) {
      const openDates = new Set<string>();
      for (const unit of offer.units) {
        const days = daysOf(questionOf(offer, season, unit, rules, today), calendar);
        addUnit(plan, days, { offer, season, unit, judgedBy });
        for (const day of days) if (day.kind === "open") openDates.add(day.date.toString());
      }
      plan.counts.push(...sharedPlaces(offer, season, openDates));
    }
  };
  return { plan, add };
}

function questionOf(
  { activityId }: ActivityOffer,
  season: OfferedSeason,
  { unitId, startsAt, endsAt, hourStep, laterHours }: OfferedUnit,
  rules: DeadlineRules,
  today: Temporal.PlainDate,
): DaysQuestion {
  const { seasonId, firstDay, lastDay, opensOn } = season;
  const scope = { activityId, unitId, seasonId };
  const { openings, dates } = openingsOfUnit(season, unitId);
  const started = Temporal.PlainDate.compare(today, firstDay) > 0;
  return {
    season: { firstDay: started ? today : firstDay, lastDay, opensOn },
    // Without the ids: units that open alike share their days.
    unit: {
      startsAt,
      endsAt,
      hourStep,
      laterHours: laterHours.map(hoursAlone),
      openings: openings.map(openingAlone),
      dates: dates.map(dateAlone),
    },
    seasonFirstDay: firstDay,
    book: deadlinesOf(rules, scope, "book"),
    cancel: deadlinesOf(rules, scope, "cancel"),
    change: deadlinesOf(rules, scope, "change"),
  };
}

type UnitDays = DaysQuestion["unit"];

/** What is read with an opening besides (its season, its unit) would make each unit's days its own. */
function openingAlone({
  weekday,
  validFrom,
  offered,
  places,
  startsAt,
  endsAt,
}: UnitDays["openings"][number]) {
  return { weekday, validFrom, offered, places, startsAt, endsAt };
}

function hoursAlone({ validFrom, startsAt, endsAt, hourStep }: UnitDays["laterHours"][number]) {
  return { validFrom, startsAt, endsAt, hourStep };
}

function dateAlone({ date, places, startsAt, endsAt }: UnitDays["dates"][number]) {
  return { date, places, startsAt, endsAt };
}

function addUnit(
  plan: SlotPlan,
  days: readonly PlannedDay[],
  of: { offer: ActivityOffer; season: OfferedSeason; unit: OfferedUnit; judgedBy: JudgedBy },
): void {
  const { unitId } = of.unit;
  for (const day of days) {
    if (day.kind === "closed") plan.closed.push({ unitId, date: day.date, because: day.because });
    else if (day.kind === "missing") noteMissing(plan, of.offer.activityName, day);
    else plan.open.push({ ...day, unitId, seasonId: of.season.seasonId, judgedBy: of.judgedBy });
  }
}

function noteMissing(
  plan: SlotPlan,
  activityName: string,
  { because, date }: { because: DeadlineUnknown; date: Temporal.PlainDate },
): void {
  const said = JSON.stringify(because);
  const known = plan.missing.some(
    (missing) => missing.activityName === activityName && JSON.stringify(missing.because) === said,
  );
  if (!known) plan.missing.push({ activityName, because, firstDate: date });
}
