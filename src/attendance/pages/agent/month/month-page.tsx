import { capitalise, formatDay, formatMonth, monthName, weekdayName, type Id } from "#kernel";
import {
  Button,
  ButtonLink,
  EmptyState,
  MonthNavigation,
  Select,
  StateLabel,
  type Page,
  type StateTone,
} from "#platform";

import type { SiteDay } from "../../../month/month-days.ts";
import { dayProgress } from "../../../rules/day-progress.ts";
import { dayAddress } from "../day/day-page.tsx";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface MonthView {
  month: Temporal.PlainYearMonth;
  today: Temporal.PlainDate;
  sites: readonly { siteId: Id<"site">; name: string }[];
  chosen: Id<"site"> | undefined;
  days: readonly SiteDay[];
  /** The agent may say how minutes are counted. */
  withRounding: boolean;
}

const isToCome = ({ date }: SiteDay, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(date, today) > 0;

/** The days of a month, site by site: wholly noted, in part, not at all. */
export function monthPage({ month, today, sites, chosen, days, withRounding }: MonthView): Page {
  const left = days.filter((day) => !isToCome(day, today) && dayProgress(day) !== "complete");
  const address = (other: Temporal.PlainYearMonth) => ({
    href: `/agent/pointage?mois=${other.toString()}${chosen === undefined ? "" : `&lieu=${chosen}`}`,
    label: monthName(other.month),
  });
  const bySite = [...Map.groupBy(days, ({ siteId }) => siteId).values()];
  return {
    title: texts.title,
    section: "attendance",
    dense: true,
    main: (
      <>
        <h1>{texts.heading(formatMonth(month))}</h1>
        <MonthNavigation
          previous={address(month.subtract({ months: 1 }))}
          current={formatMonth(month)}
          next={address(month.add({ months: 1 }))}
        />
        {sites.length > 1 && (
          <form method="get" action="/agent/pointage" class="inline-form no-print">
            <input type="hidden" name="mois" value={month.toString()} />
            <Select
              name="lieu"
              label={texts.site}
              value={chosen ?? ""}
              options={[
                { value: "", label: texts.everySite },
                ...sites.map(({ siteId, name }) => ({ value: siteId, label: name })),
              ]}
            />
            <Button variant="secondary">{texts.show}</Button>
          </form>
        )}
        {days.length === 0 ? (
          <EmptyState title={texts.nothing}>
            <p>{texts.nothingMore}</p>
          </EmptyState>
        ) : (
          <>
            <p class="lead">{texts.toNote(left.length)}</p>
            <p class="hint">{texts.legend}</p>
            {bySite.map((own) => (
              <SiteMonth days={own} today={today} />
            ))}
          </>
        )}
        {withRounding && (
          <p>
            <a href="/agent/pointage/decompte">{texts.rounding}</a>
          </p>
        )}
      </>
    ),
  };
}

function SiteMonth({ days, today }: { days: readonly SiteDay[]; today: Temporal.PlainDate }) {
  const [first] = days;
  if (first === undefined) return null;
  const left = days.filter((day) => !isToCome(day, today) && dayProgress(day) !== "complete").length;
  const weeks = [...Map.groupBy(days, ({ date }) => date.weekOfYear).values()];
  const isOpenToday = days.some(({ date }) => date.equals(today));
  return (
    <section aria-labelledby={`mois-${first.siteId}`}>
      <div class="row">
        <h2 id={`mois-${first.siteId}`}>
          {first.siteName} <span class="soft">{left === 0 ? texts.allDone : texts.left(left)}</span>
        </h2>
        {isOpenToday && (
          <ButtonLink variant="secondary" href={dayAddress(first.siteId, today)}>
            {texts.today}
            <span class="vh"> : {first.siteName}</span>
          </ButtonLink>
        )}
      </div>
      {weeks.map((week) => (
        <ul class="note-week">
          {week.map((day) => (
            <DayLink day={day} today={today} />
          ))}
        </ul>
      ))}
    </section>
  );
}

const TONES = {
  complete: "on",
  part: "waiting",
  none: "free",
  nobody: "closed",
} as const satisfies Record<string, StateTone>;

/** « lun. 9 : 24/31, en partie »; a day to come is named and leads nowhere. */
function DayLink({ day, today }: { day: SiteDay; today: Temporal.PlainDate }) {
  const { siteId, date, noted, expected } = day;
  const short = `${capitalise(weekdayName(date.dayOfWeek).slice(0, 3))}. ${date.day}`;
  if (isToCome(day, today)) {
    return (
      <li class="soft">
        {short}
        <span class="vh">, {texts.state.future}</span>
      </li>
    );
  }
  const progress = dayProgress(day);
  return (
    <li>
      <a href={dayAddress(siteId, date)} title={`${capitalise(formatDay(date))} : ${texts.state[progress]}`}>
        {short} <StateLabel tone={TONES[progress]} word={texts.counts(noted, expected)} />
        <span class="vh">
          , {texts.state[progress]}, {day.siteName}
        </span>
      </a>
    </li>
  );
}
