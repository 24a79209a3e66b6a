import { takenWords, type DayCount, type DaySums } from "#bookings";
import { mayAnywhere, mayAt, type SignedIn } from "#identity";
import { capitalise, formatDateRange, formatDay, joinList } from "#kernel";
import { Button, DataTable, EmptyState, Notice, TextField, type Page } from "#platform";
import { WatchSummary } from "#watchdog";

import type { AgentDay } from "./agent-day.ts";
import { OffersToPhone } from "./offers-to-phone.tsx";
import { ToNote } from "./to-note.tsx";
import { texts } from "./texts.fr.ts";

/** The day of an agent: what needs attention, a family to find, counts by site. */
export function agentDayPage(day: AgentDay, actor: SignedIn): Page {
  return {
    title: texts.title,
    section: "agent-home",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <ToNote days={day.toNote} />
        <OffersToPhone offers={day.offersToPhone} actor={actor} />
        <Alerts calendar={day.calendar} />
        <WatchSummary topics={day.watched} />
        {mayAnywhere(actor, "families.read") && (
          <search aria-label={texts.search}>
            <form method="get" action="/agent/familles" class="inline-form">
              <TextField name="q" type="search" label={texts.searchLabel} />
              <Button variant="secondary">{texts.searchButton}</Button>
            </form>
          </search>
        )}
        <Counts day={day} actor={actor} />
        {day.closures.length > 0 && <Closures closures={day.closures} />}
        {day.nearlyFull.length > 0 && <NearlyFull slots={day.nearlyFull} actor={actor} />}
        {day.coming.length > 0 && <Coming days={day.coming} />}
        <Links actor={actor} />
      </>
    ),
  };
}

/** What is taken in the days after tomorrow. */
function Coming({ days }: { days: readonly DaySums[] }) {
  return (
    <DataTable
      caption={texts.coming}
      rows={days}
      columns={[
        { header: texts.day, rowHeader: true, cell: ({ date }) => capitalise(formatDay(date)) },
        { header: texts.taken, numeric: true, cell: ({ taken }) => taken },
        { header: texts.places, numeric: true, cell: ({ places }) => places },
        { header: texts.left, numeric: true, cell: ({ left }) => left },
      ]}
    />
  );
}

/** Where else the day's work is done, for who may. */
function Links({ actor }: { actor: SignedIn }) {
  const links = [
    { right: "attendance.write", href: "/agent/pointage", label: texts.attendance },
    { right: "kitchen.read", href: "/agent/cuisine", label: texts.kitchen },
    { right: "bookings.read", href: "/agent/occupation", label: texts.occupancy },
    { right: "bookings.read", href: "/agent/listes", label: texts.lists },
    { right: "bookings.write", href: "/agent/deplacements", label: texts.moves },
    { right: "bookings.write", href: "/agent/classes", label: texts.classDays },
  ].filter(({ right }) => mayAnywhere(actor, right));
  return (
    <nav aria-label={texts.links}>
      <ul>
        {links.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Alerts({ calendar }: Pick<AgentDay, "calendar">) {
  if (calendar === null) return null;
  const { toConfirm, missing } = calendar;
  if (toConfirm === 0 && missing.length === 0) return null;
  return (
    <Notice tone="warning">
      {toConfirm > 0 && <p>{texts.toConfirm(toConfirm)}</p>}
      {missing.length > 0 && <p>{texts.missing(joinList(missing))}</p>}
      <p>
        <a href="/agent/calendrier">{texts.calendar}</a>
      </p>
    </Notice>
  );
}

function Counts({ day, actor }: { day: AgentDay; actor: SignedIn }) {
  const { today, counts } = day;
  if (counts.length === 0) return <EmptyState title={texts.nothing} />;
  const tomorrow = today.add({ days: 1 });
  const lines = [...Map.groupBy(counts, ({ siteId, unitName }) => `${siteId} ${unitName}`).values()];
  const at = (line: readonly DayCount[], date: Temporal.PlainDate) =>
    line.find((one) => one.date.equals(date));
  const column = (date: Temporal.PlainDate, header: string) => ({
    header,
    numeric: true,
    cell: (line: readonly DayCount[]) => <Count count={at(line, date)} actor={actor} />,
    total: lines.reduce((sum, line) => sum + (at(line, date)?.taken ?? 0), 0),
  });
  return (
    <DataTable
      caption={texts.caption(formatDay(today), formatDay(tomorrow))}
      rows={lines}
      columns={[
        { header: texts.site, rowHeader: true, cell: ([first]) => first?.siteName, total: texts.total },
        { header: texts.unit, cell: ([first]) => first?.unitName },
        column(today, texts.today),
        column(tomorrow, texts.tomorrow),
      ]}
    />
  );
}

/** « 42 sur 60 », leading to the list of names for who may read it. */
function Count({ count, actor }: { count: DayCount | undefined; actor: SignedIn }) {
  if (count === undefined) return <>{texts.noSlot}</>;
  if (count.closedBecause !== null) return <>{count.closedBecause}</>;
  const text = takenWords(count);
  if (!mayAt(actor, "bookings.read", count.siteId)) return <>{text}</>;
  return (
    <a href={`/agent/lieux/${count.siteId}/jours/${count.date.toString()}`}>
      {text}
      <span class="vh">
        {" "}
        : {texts.list}, {count.siteName}, {formatDay(count.date)}
      </span>
    </a>
  );
}

function Closures({ closures }: Pick<AgentDay, "closures">) {
  return (
    <DataTable
      caption={texts.closures}
      rows={closures}
      columns={[
        {
          header: texts.day,
          rowHeader: true,
          cell: ({ firstDay, lastDay }) => capitalise(formatDateRange(firstDay, lastDay)),
        },
        { header: texts.site, cell: ({ siteName }) => siteName ?? texts.everySite },
        { header: texts.message, cell: ({ message }) => message },
      ]}
    />
  );
}

function NearlyFull({ slots, actor }: { slots: readonly DayCount[]; actor: SignedIn }) {
  return (
    <DataTable
      caption={texts.nearlyFull}
      rows={slots}
      columns={[
        { header: texts.day, rowHeader: true, cell: ({ date }) => capitalise(formatDay(date)) },
        { header: texts.site, cell: ({ siteName }) => siteName },
        { header: texts.room, cell: ({ left }) => texts.roomLeft(left) },
        { header: texts.list, numeric: true, cell: (slot) => <Count count={slot} actor={actor} /> },
      ]}
    />
  );
}
