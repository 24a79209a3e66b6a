import { unitDays } from "#activities";
import { parisInstant, type DayCalendar } from "#kernel";

import { deadlineReasons, type DeadlineFacts } from "../rules/deadline-facts.ts";
import type { DeadlineUnknown } from "../rules/deadline/closing.ts";
import { instantKept } from "../rules/deadline/never.ts";
import { slotDeadline, type ActDeadlines } from "../rules/deadline/slot-deadline.ts";

/** One date of a unit: a slot with its deadlines, a closed day with what families read, or what is missing. */
export type PlannedDay = { readonly date: Temporal.PlainDate } & (
  | {
      readonly kind: "open";
      readonly places: number;
      readonly startsAt: Temporal.Instant;
      /** The hours that the unit covers, in local minutes since midnight. */
      readonly fromMinute: number;
      readonly toMinute: number;
      /** Minutes by which families choose within them; null where they do not. */
      readonly hourStep: number | null;
      readonly bookUntil: Temporal.Instant;
      readonly cancelUntil: Temporal.Instant;
      /** The last instant at which hours may change; null where it is the one for cancelling. */
      readonly changeUntil: Temporal.Instant | null;
      readonly facts: DeadlineFacts;
    }
  | { readonly kind: "closed"; readonly because: string }
  | { readonly kind: "missing"; readonly because: DeadlineUnknown }
);

/** All that decides the days of a unit; units for which it is the same have the same days. */
export interface DaysQuestion {
  /** The season, or what is left of it. */
  readonly season: Parameters<typeof unitDays>[0];
  readonly unit: Parameters<typeof unitDays>[1];
  readonly seasonFirstDay: Temporal.PlainDate;
  readonly book: ActDeadlines;
  readonly cancel: ActDeadlines;
  readonly change: ActDeadlines;
}

/**
 * @rule Les séances suivent le calendrier
 *
 * Les séances d'aujourd'hui et à venir d'une activité sont calculées de sa saison, de ses jours d'ouverture, du
 * calendrier et de ses délais ; celles qui ont commencé ne changent plus. Une date dont le calendrier scolaire
 * ou le délai n'est pas connu n'a pas de séance nouvelle, et une séance qui existe déjà ce jour-là reste.
 *
 * Exemple : le 23 novembre 2026, la saison d'une cantine va du 1er septembre 2026 au 2 juillet 2027. La séance du
 * lundi 16 novembre garde ses délais ; celle du jeudi 26 novembre est réservable jusqu'au mercredi 25 à 12 h.
 *
 * In: when the unit opens and its deadline rules, and the days of its site. Out: every date of the opening, in order.
 */
export function planDays(question: DaysQuestion, calendar: DayCalendar): readonly PlannedDay[] {
  return unitDays(question.season, question.unit, calendar).map((day): PlannedDay => {
    const { date } = day;
    if (day.kind === "closed") return { date, kind: "closed", because: day.label };
    if (day.kind === "open") return planDay(question, day, calendar);
    const because = { code: "schoolYearMissing" as const, schoolYear: day.schoolYear };
    return { date, kind: "missing", because };
  });
}

type OpenDay = Extract<ReturnType<typeof unitDays>[number], { kind: "open" }>;

function planDay(question: DaysQuestion, day: OpenDay, calendar: DayCalendar): PlannedDay {
  const { date, startsAt } = day;
  const slot = { date, startsAt, seasonFirstDay: question.seasonFirstDay };
  const book = slotDeadline(question.book, slot, calendar);
  if (book.kind === "unknown") return { date, kind: "missing", because: book.because };
  const cancel = slotDeadline(question.cancel, slot, calendar);
  if (cancel.kind === "unknown") return { date, kind: "missing", because: cancel.because };
  const change = slotDeadline(question.change, slot, calendar);
  if (change.kind === "unknown" && change.because.code !== "noDeadlineRule")
    return { date, kind: "missing", because: change.because };
  const apart = change.kind !== "unknown" && !instantKept(change).equals(instantKept(cancel)) ? change : null;
  return {
    date,
    kind: "open",
    places: day.places,
    startsAt: parisInstant(date, startsAt),
    fromMinute: minuteOf(startsAt),
    toMinute: minuteOf(day.endsAt),
    hourStep: day.hourStep,
    bookUntil: instantKept(book),
    cancelUntil: instantKept(cancel),
    changeUntil: apart === null ? null : instantKept(apart),
    facts: {
      book: deadlineReasons(book),
      cancel: deadlineReasons(cancel),
      ...(apart === null ? {} : { change: deadlineReasons(apart) }),
    },
  };
}

function minuteOf(time: Temporal.PlainTime): number {
  return time.hour * 60 + time.minute;
}
