import { capitalise, formatDayOfMonth, formatMonth, monthName, parisDate } from "#kernel";
import { MonthNavigation, Pager } from "#platform";

import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import { daysOfSpan, spanQuery, stepOf, type PlanningSpan } from "../../../rules/planning-span.ts";
import { mondayOf } from "../../../rules/proposal.ts";
import { texts } from "./texts.fr.ts";

/** Which span is shown, and where its links lead. */
interface Shown {
  span: PlanningSpan;
  reach: NonNullable<FamilyPlanning["reach"]>;
  base: string;
  now: Temporal.Instant;
}

/** The month or the week before and after, as far as enrolments reach; and the other way of looking. */
export function SpanNavigation({ span, reach, base, now }: Shown) {
  const pager = {
    previous: stepTo(span, -1, { reach, base }),
    current: nameOf(span),
    next: stepTo(span, 1, { reach, base }),
  };
  const other = otherView(span, parisDate(now));
  return (
    <>
      {span.kind === "month" ? (
        <MonthNavigation {...pager} />
      ) : (
        <Pager label={texts.weeks} {...pager} current={texts.weekNumber(span.monday.weekOfYear ?? 0)} />
      )}
      <p class="row">
        <a href={`${base}?${spanQuery(other)}`}>{texts.seeBy[other.kind]}</a>
      </p>
    </>
  );
}

function stepTo(span: PlanningSpan, by: -1 | 1, { reach, base }: Pick<Shown, "reach" | "base">) {
  const to = stepOf(span, by);
  const { first, last } = daysOfSpan(to);
  const { compare } = Temporal.PlainDate;
  if (compare(last, reach.first) < 0 || compare(first, reach.last) > 0) return undefined;
  const label = to.kind === "month" ? capitalise(monthName(to.month.month)) : nameOf(to);
  return { href: `${base}?${spanQuery(to)}`, label };
}

/** « Novembre 2026 », « 9 novembre » */
function nameOf(span: PlanningSpan): string {
  if (span.kind === "month") return capitalise(formatMonth(span.month));
  return `${formatDayOfMonth(span.monday)} ${monthName(span.monday.month)}`;
}

/** The week of today in a month that holds it, else its first; the month of a week. */
function otherView(span: PlanningSpan, today: Temporal.PlainDate): PlanningSpan {
  if (span.kind === "week") return { kind: "month", month: span.monday.toPlainYearMonth() };
  const day = today.toPlainYearMonth().equals(span.month) ? today : span.month.toPlainDate({ day: 1 });
  return { kind: "week", monday: mondayOf(day) };
}
