import { guardian, type Visit } from "#identity";
import { capitalise, formatDay, formatMonth, formatTime, monthName, parisDate } from "#kernel";
import {
  BackLink,
  ChangeList,
  Details,
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
import type { BesidesPlaces, ChargedBesides, LongerDay } from "../../../supplements/charged-besides.ts";
import { texts } from "./texts.fr.ts";

/** GET /presences?mois=: what was noted of the family's own places in a month, with hours where they count. */
export const attendedRoute = (prices: BesidesPlaces): Route<Visit> =>
  route({
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
      const today = parisDate(now);
      const [attended, besides] = await database.read(async (reads) => [
        await attendedDays(reads, actor.guardian, span),
        await prices.ofFamily(reads, month, actor),
      ]);
      const known = besides.charged.filter(({ day }) => Temporal.PlainDate.compare(day, today) <= 0);
      const { phone } = authority.brand.contact;
      return page(attendedPage({ month, attended, besides: known, longer: besides.longer, phone }));
    },
  });

interface AttendedView {
  readonly month: Temporal.PlainYearMonth;
  readonly attended: readonly AttendedDay[];
  /** What is charged besides places, until today. */
  readonly besides: readonly ChargedBesides[];
  /** Days longer than a contract agrees; told where the day has something noted. */
  readonly longer: readonly LongerDay[];
  readonly phone: string;
}

function attendedPage({ month, attended, besides, longer, phone }: AttendedView): Page {
  const days = [
    ...new Set([...attended.map(({ date }) => date), ...besides.map(({ day }) => day)].map(String)),
  ]
    .toSorted()
    .toReversed();
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
        {besides.length > 0 && <p>{texts.estimated}</p>}
        {days.map((day) => (
          <Day
            day={Temporal.PlainDate.from(day)}
            attended={attended.filter(({ date }) => date.toString() === day)}
            besides={besides.filter((one) => one.day.toString() === day)}
            longer={longer.filter((one) => one.day.toString() === day)}
          />
        ))}
        {days.length > 0 && <p>{texts.wrong(phone)}</p>}
        <p>
          <a href={`/presences/attestation/${month.year}`}>{texts.certificate(month.year)}</a>
        </p>
      </>
    ),
  };
}

function Day({
  day,
  attended,
  besides,
  longer,
}: Pick<AttendedView, "attended" | "besides" | "longer"> & { day: Temporal.PlainDate }) {
  return (
    <section>
      <h2>{capitalise(formatDay(day))}</h2>
      <ChangeList
        changes={attended.map((one) => ({
          tone: one.state === "present" ? ("on" as const) : ("full" as const),
          word: one.state === "present" ? texts.present : texts.absent,
          what: [
            `${one.firstName}, ${one.unitName}`,
            ...(one.booked ? [] : [texts.withoutPlace]),
            ...hoursOf(one),
          ].join(", "),
        }))}
      />
      {longer.map(({ participant, sentence }) => (
        <p>{texts.longer(participant, sentence)}</p>
      ))}
      {besides.map(({ kind, participant, name, cents, why }) => (
        <>
          <p>{texts.besides[kind](participant, name, cents)}</p>
          <Details summary={texts.why}>
            <ul>
              {why.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          </Details>
        </>
      ))}
    </section>
  );
}

/** « de 8 h 30 à 17 h »; nothing where no hour is noted. */
function hoursOf({ arrivedAt, leftAt }: AttendedDay): string[] {
  if (arrivedAt !== null && leftAt !== null) return [texts.hours(formatTime(arrivedAt), formatTime(leftAt))];
  if (arrivedAt !== null) return [texts.arrived(formatTime(arrivedAt))];
  return leftAt === null ? [] : [texts.left(formatTime(leftAt))];
}
