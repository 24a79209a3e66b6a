import { guardian, type Visit } from "#identity";
import { capitalise, formatDay, formatMonth, formatTime, monthName, parisDate } from "#kernel";
import {
  BackLink,
  ChangeList,
  EmptyState,
  isoMonth,
  MonthNavigation,
  page,
  route,
  type Page,
  type Route,
} from "#platform";
import { z } from "zod";

import { attendedDays, type AttendedDay } from "../../../family/attended-days.ts";
import { texts } from "./texts.fr.ts";

/** GET /presences?mois=: what was noted of the family's own places in a month, with hours where they count. */
export const attendedRoute: Route<Visit> = route({
  method: "GET",
  path: "/presences",
  access: guardian,
  input: z.object({ query: z.object({ mois: isoMonth.optional().catch(undefined) }) }),
  async answer({ actor, authority, database, now }, { query }) {
    const month = query.mois ?? parisDate(now).toPlainYearMonth();
    const span = {
      first: month.toPlainDate({ day: 1 }),
      last: month.toPlainDate({ day: month.daysInMonth }),
    };
    const days = await database.read((reads) => attendedDays(reads, actor.guardian, span));
    return page(attendedPage(month, days, authority.brand.contact.phone));
  },
});

function attendedPage(month: Temporal.PlainYearMonth, days: readonly AttendedDay[], phone: string): Page {
  const step = (other: Temporal.PlainYearMonth) => ({
    href: `/presences?mois=${other.toString()}`,
    label: monthName(other.month),
  });
  return {
    title: texts.title,
    section: "history",
    before: <BackLink href="/historique" label={texts.back} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
        <MonthNavigation
          previous={step(month.subtract({ months: 1 }))}
          current={formatMonth(month)}
          next={step(month.add({ months: 1 }))}
        />
        {days.length === 0 && (
          <EmptyState title={texts.nothing}>
            <p>{texts.nothingMore}</p>
          </EmptyState>
        )}
        {[...Map.groupBy(days, ({ date }) => date.toString()).values()].map((own) => (
          <Day days={own} />
        ))}
        {days.length > 0 && <p>{texts.wrong(phone)}</p>}
        <p>
          <a href={`/presences/attestation/${month.year}`}>{texts.certificate(month.year)}</a>
        </p>
      </>
    ),
  };
}

function Day({ days }: { days: readonly AttendedDay[] }) {
  const [first] = days;
  if (first === undefined) return null;
  return (
    <section>
      <h2>{capitalise(formatDay(first.date))}</h2>
      <ChangeList
        changes={days.map((day) => ({
          tone: day.state === "present" ? ("on" as const) : ("full" as const),
          word: day.state === "present" ? texts.present : texts.absent,
          what: [
            `${day.firstName}, ${day.unitName}`,
            ...(day.booked ? [] : [texts.withoutPlace]),
            ...hoursOf(day),
          ].join(", "),
        }))}
      />
    </section>
  );
}

/** « de 8 h 30 à 17 h »; nothing where no hour is noted. */
function hoursOf({ arrivedAt, leftAt }: AttendedDay): string[] {
  if (arrivedAt !== null && leftAt !== null) return [texts.hours(formatTime(arrivedAt), formatTime(leftAt))];
  if (arrivedAt !== null) return [texts.arrived(formatTime(arrivedAt))];
  return leftAt === null ? [] : [texts.left(formatTime(leftAt))];
}
