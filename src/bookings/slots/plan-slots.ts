import { slotDays, type ActivityOffer, type OfferedSeason, type OfferedUnit } from "#activities";
import { parisInstant, type DayCalendar, type Id } from "#kernel";

import { ruleFor, type DeadlineRules } from "../deadlines/deadline-rules.ts";
import { deadlineFacts, type DeadlineFacts } from "../rules/deadline-facts.ts";
import { deadlineOf, type Deadline, type DeadlineUnknown } from "../rules/deadline.ts";
import type { Act } from "../rules/lines.ts";

/** A slot that should be open, with its deadlines as instants and why they are what they are. */
export interface PlannedSlot {
  unitId: Id<"unit">;
  seasonId: Id<"season">;
  date: Temporal.PlainDate;
  startsAt: Temporal.Instant;
  places: number;
  bookUntil: Temporal.Instant;
  cancelUntil: Temporal.Instant;
  facts: DeadlineFacts;
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
  because: DeadlineUnknown | { code: "noDeadlineRule" };
  firstDate: Temporal.PlainDate;
}

/** What the slots of some activities should be. A date that appears nowhere stays as it is. */
export interface SlotPlan {
  open: PlannedSlot[];
  closed: ClosedDate[];
  missing: SlotsMissing[];
}

/**
 * @rule Les séances suivent le calendrier
 *
 * Les séances d'aujourd'hui et à venir d'une activité sont calculées de sa saison, de ses jours d'ouverture, du
 * calendrier et de ses délais ; celles des jours passés ne changent plus. Une date dont le calendrier scolaire
 * ou le délai n'est pas connu n'a pas de séance nouvelle, et une séance qui existe déjà ce jour-là reste.
 *
 * Exemple : le 23 novembre 2026, la saison d'une cantine va du 1er septembre 2026 au 2 juillet 2027. La séance du
 * lundi 16 novembre garde ses délais ; celle du jeudi 26 novembre est réservable jusqu'au mercredi 25 à 12 h.
 *
 * In: one activity, the days of its site, the deadline rules, the day from which slots follow.
 */
export function planSlots(
  offer: ActivityOffer,
  calendar: DayCalendar,
  rules: DeadlineRules,
  today: Temporal.PlainDate,
): SlotPlan {
  const plan: SlotPlan = { open: [], closed: [], missing: [] };
  for (const season of offer.seasons) {
    for (const unit of offer.units) planUnit(plan, { offer, season, unit, calendar, rules, today });
  }
  return plan;
}

interface UnitOfSeason {
  offer: ActivityOffer;
  season: OfferedSeason;
  unit: OfferedUnit;
  calendar: DayCalendar;
  rules: DeadlineRules;
  today: Temporal.PlainDate;
}

function planUnit(plan: SlotPlan, of: UnitOfSeason): void {
  const { season, unit, today } = of;
  const placesOn = new Map(
    season.openings
      .filter((opening) => opening.unitId === unit.unitId)
      .map((opening) => [opening.weekday, opening.places]),
  );
  const firstDay = Temporal.PlainDate.compare(today, season.firstDay) > 0 ? today : season.firstDay;
  const weekdays = [...placesOn.keys()];
  for (const day of slotDays({ ...season, firstDay, weekdays }, of.calendar)) {
    if (day.kind === "closed") plan.closed.push({ unitId: unit.unitId, date: day.date, because: day.label });
    else if (day.kind === "unknown")
      noteMissing(plan, of, { code: "schoolYearMissing", schoolYear: day.schoolYear }, day.date);
    else planDay(plan, of, day.date, placesOn.get(day.date.dayOfWeek) ?? 0);
  }
}

function planDay(plan: SlotPlan, of: UnitOfSeason, date: Temporal.PlainDate, places: number): void {
  const book = deadlineFor(of, "book", date);
  const cancel = deadlineFor(of, "cancel", date);
  if (book.kind === "unknown") noteMissing(plan, of, book.because, date);
  else if (cancel.kind === "unknown") noteMissing(plan, of, cancel.because, date);
  else {
    plan.open.push({
      unitId: of.unit.unitId,
      seasonId: of.season.seasonId,
      date,
      startsAt: parisInstant(date, of.unit.startsAt),
      places,
      bookUntil: book.at,
      cancelUntil: cancel.at,
      facts: deadlineFacts(book, cancel),
    });
  }
}

function deadlineFor(
  { offer, unit, rules, calendar }: UnitOfSeason,
  act: Act,
  date: Temporal.PlainDate,
): Deadline | { kind: "unknown"; because: { code: "noDeadlineRule" } } {
  const rule = ruleFor(rules, offer.activityId, act, date);
  if (rule === undefined) return { kind: "unknown", because: { code: "noDeadlineRule" } };
  return deadlineOf(rule, { date, startsAt: unit.startsAt }, calendar);
}

function noteMissing(
  plan: SlotPlan,
  { offer }: UnitOfSeason,
  because: SlotsMissing["because"],
  date: Temporal.PlainDate,
): void {
  const said = JSON.stringify(because);
  if (plan.missing.some((known) => JSON.stringify(known.because) === said)) return;
  plan.missing.push({ activityName: offer.activityName, because, firstDate: date });
}
