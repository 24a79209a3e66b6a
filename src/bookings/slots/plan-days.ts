import { slotDays, type OpeningDays } from "#activities";
import { parisInstant, type DayCalendar } from "#kernel";

import { ruleOn, type DatedRules } from "../deadlines/deadline-rules.ts";
import { deadlineFacts, type DeadlineFacts } from "../rules/deadline-facts.ts";
import { deadlineOf, type Deadline, type DeadlineUnknown } from "../rules/deadline.ts";

/** Why a slot cannot be created. */
export type NoSlot = DeadlineUnknown | { readonly code: "noDeadlineRule" };

/** One date of a unit: a slot with its deadlines, a closed day with what families read, or what is missing. */
export type PlannedDay = { readonly date: Temporal.PlainDate } & (
  | {
      readonly kind: "open";
      readonly startsAt: Temporal.Instant;
      readonly bookUntil: Temporal.Instant;
      readonly cancelUntil: Temporal.Instant;
      readonly facts: DeadlineFacts;
    }
  | { readonly kind: "closed"; readonly because: string }
  | { readonly kind: "missing"; readonly because: NoSlot }
);

/** All that decides the days of a unit; units for which it is the same have the same days. */
export interface DaysQuestion {
  readonly opening: OpeningDays;
  readonly startsAt: Temporal.PlainTime;
  readonly book: DatedRules;
  readonly cancel: DatedRules;
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
  return slotDays(question.opening, calendar).map((day): PlannedDay => {
    const { date } = day;
    if (day.kind === "closed") return { date, kind: "closed", because: day.label };
    if (day.kind === "open") return planDay(question, date, calendar);
    const because = { code: "schoolYearMissing" as const, schoolYear: day.schoolYear };
    return { date, kind: "missing", because };
  });
}

function planDay(question: DaysQuestion, date: Temporal.PlainDate, calendar: DayCalendar): PlannedDay {
  const { startsAt } = question;
  const book = deadlineOn(question.book, { date, startsAt }, calendar);
  if (book.kind === "unknown") return { date, kind: "missing", because: book.because };
  const cancel = deadlineOn(question.cancel, { date, startsAt }, calendar);
  if (cancel.kind === "unknown") return { date, kind: "missing", because: cancel.because };
  return {
    date,
    kind: "open",
    startsAt: parisInstant(date, startsAt),
    bookUntil: book.at,
    cancelUntil: cancel.at,
    facts: deadlineFacts(book, cancel),
  };
}

function deadlineOn(
  rules: DatedRules,
  slot: { date: Temporal.PlainDate; startsAt: Temporal.PlainTime },
  calendar: DayCalendar,
): Deadline | { kind: "unknown"; because: NoSlot } {
  const rule = ruleOn(rules, slot.date);
  if (rule === undefined) return { kind: "unknown", because: { code: "noDeadlineRule" } };
  return deadlineOf(rule, slot, calendar);
}
