/** What a planning shows: a month, or the week of a Monday. */
export type PlanningSpan =
  | { readonly kind: "month"; readonly month: Temporal.PlainYearMonth }
  | { readonly kind: "week"; readonly monday: Temporal.PlainDate };

/** The first and the last day of a span. */
export function daysOfSpan(span: PlanningSpan): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  if (span.kind === "week") return { first: span.monday, last: span.monday.add({ days: 6 }) };
  const first = span.month.toPlainDate({ day: 1 });
  return { first, last: first.add({ days: span.month.daysInMonth - 1 }) };
}

/** The span before (-1) or after (1). */
export function stepOf(span: PlanningSpan, step: -1 | 1): PlanningSpan {
  return span.kind === "week"
    ? { kind: "week", monday: span.monday.add({ weeks: step }) }
    : { kind: "month", month: span.month.add({ months: step }) };
}

/** How addresses name a span: « mois=2026-11 », « semaine=2026-11-09 ». */
export function spanQuery(span: PlanningSpan): string {
  return span.kind === "week" ? `semaine=${span.monday.toString()}` : `mois=${span.month.toString()}`;
}

/** The months that a span touches. */
export function monthsOfSpan(span: PlanningSpan): readonly Temporal.PlainYearMonth[] {
  const { first, last } = daysOfSpan(span);
  const months = [first.toPlainYearMonth(), last.toPlainYearMonth()];
  return span.kind === "month" || first.month === last.month ? months.slice(0, 1) : months;
}

/** The dates of a span, week by week: those of a week that begins or ends in another month are left out. */
export function weeksOfSpan(span: PlanningSpan): readonly (readonly Temporal.PlainDate[])[] {
  const { first } = daysOfSpan(span);
  const days = span.kind === "week" ? 7 : span.month.daysInMonth;
  const dates = Array.from({ length: days }, (_, index) => first.add({ days: index }));
  const before = first.dayOfWeek - 1;
  return [...Map.groupBy(dates, (_, index) => Math.floor((before + index) / 7)).values()];
}
