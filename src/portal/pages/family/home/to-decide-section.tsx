import { capitalise, formatDay, formatMoment, formatTime, joinList, parisDateTime } from "#kernel";
import { Notice, SummaryList, type Fact } from "#platform";

import type { FamilyHome } from "./family-home.ts";
import { texts } from "./texts.fr.ts";
import { daysToDecide, emptyWeek, type DayToDecide } from "./to-decide.ts";

const words = texts.toDecide;

/** What must be decided before when: an empty week first, then the next days. */
export function ToDecide({ home }: { home: FamilyHome }) {
  const days = daysToDecide(home);
  const week = emptyWeek(home);
  return (
    <section>
      <h2>{words.title}</h2>
      {week && (
        <Notice title={words.emptyWeek(joinList(week.names))}>
          <p>
            {words.before(momentFrom(week.until, home.today))}.{" "}
            <a href={planningOf(week.monday)}>{words.fill}</a>
          </p>
        </Notice>
      )}
      {days.length > 0 && <SummaryList facts={days.map((day) => factOf(day, home.today))} />}
      {days.length === 0 && week === undefined && <p>{words.nothing}</p>}
    </section>
  );
}

function factOf(day: DayToDecide, today: Temporal.PlainDate): Fact {
  const term = capitalise(formatDay(day.date));
  return {
    term,
    value: (
      <>
        {day.nothing.length > 0
          ? words.before(momentFrom(day.until, today))
          : words.changeable(momentUntil(day.until, today))}
        <br />
        <span class="soft">{statesOf(day)}</span>
      </>
    ),
    action: {
      href: planningOf(day.date),
      label: day.nothing.length > 0 ? words.choose : words.change,
      about: term,
    },
  };
}

/** « Réservé pour Zoé. Rien pour Lina et Hugo. » */
function statesOf({ booked, nothing, full }: DayToDecide): string {
  return [
    ...(booked.length === 0 ? [] : [words.booked(joinList(booked))]),
    ...(nothing.length === 0 ? [] : [words.unbooked(joinList(nothing))]),
    ...(full.length === 0 ? [] : [words.full(joinList(full))]),
  ].join(" ");
}

/** « demain à 12 h », « vendredi 27 novembre à 12 h », after « avant » */
function momentFrom(at: Temporal.Instant, today: Temporal.PlainDate): string {
  const local = parisDateTime(at);
  const time = formatTime(local.toPlainTime());
  if (local.toPlainDate().equals(today)) return words.todayAt(time);
  if (local.toPlainDate().equals(today.add({ days: 1 }))) return words.tomorrowAt(time);
  return formatMoment(local.toPlainDate(), local.toPlainTime());
}

/** « à demain à 12 h », « au vendredi 27 novembre à 12 h », after « jusqu’ » */
function momentUntil(at: Temporal.Instant, today: Temporal.PlainDate): string {
  const date = parisDateTime(at).toPlainDate();
  const near = date.equals(today) || date.equals(today.add({ days: 1 }));
  const moment = momentFrom(at, today);
  return near ? `à ${moment}` : `au ${moment}`;
}

function planningOf(date: Temporal.PlainDate): string {
  return `/planning?mois=${date.toPlainYearMonth().toString()}`;
}
