import { capitalise, formatDay, formatMoment, formatTime, joinList, parisDateTime } from "#kernel";
import { Notice, SummaryList, type Fact } from "#platform";

import type { FamilyHome, HomeGap } from "./family-home.ts";
import { texts } from "./texts.fr.ts";
import { daysToDecide, type DayToDecide } from "./to-decide.ts";

const words = texts.toDecide;

/** What must be decided before when: places that are offered, what next week lacks, then the next days. */
export function ToDecide({ home }: { home: FamilyHome }) {
  const days = daysToDecide(home);
  const empty = home.gaps.filter((gap) => gap.empty);
  const missing = home.gaps.filter((gap) => !gap.empty);
  return (
    <section>
      <h2>{words.title}</h2>
      <Basket home={home} />
      <Offers home={home} />
      {empty.length > 0 && <Gap home={home} gaps={empty} title={words.emptyWeek(namesOf(home, empty))} />}
      {missing.map((gap) => (
        <Gap
          home={home}
          gaps={[gap]}
          title={words.missing(namesOf(home, [gap]), joinList([...new Set(gap.activities)]))}
        />
      ))}
      {days.length > 0 && <SummaryList facts={days.map((day) => factOf(day, home.today))} />}
      {days.length === 0 &&
        home.gaps.length === 0 &&
        home.offers.length === 0 &&
        home.basket.length === 0 && <p>{words.nothing}</p>}
    </section>
  );
}

/** Places that lapse if they are not paid: the most urgent of all. */
function Basket({ home: { basket, today } }: { home: FamilyHome }) {
  const [until] = basket.map(({ heldUntil }) => heldUntil).toSorted(Temporal.Instant.compare);
  if (until === undefined) return null;
  return (
    <Notice tone="warning" title={words.basket.title(basket.length)}>
      <p>
        {words.basket.until(momentFrom(until, today))} <a href="/panier">{words.basket.link}</a>
      </p>
    </Notice>
  );
}

/** A place that came free waits for an answer: the first thing to decide. */
function Offers({ home: { offers, today } }: { home: FamilyHome }) {
  if (offers.length === 0) return null;
  return (
    <Notice tone="warning" title={words.offers.title(offers.length)}>
      <ul>
        {offers.map(({ firstName, unitName, date, days, answerUntil }) => (
          <li>
            {words.offers.place(firstName, unitName, formatDay(date), days)}{" "}
            {words.offers.answer(momentFrom(answerUntil, today))}
          </li>
        ))}
      </ul>
      <p>
        <a href="/places-proposees">{words.offers.link}</a>
      </p>
    </Notice>
  );
}

function Gap({ home, gaps, title }: { home: FamilyHome; gaps: readonly HomeGap[]; title: string }) {
  const [until] = gaps.map((gap) => gap.until).toSorted(Temporal.Instant.compare);
  const [first] = gaps;
  if (until === undefined || first === undefined) return null;
  return (
    <Notice title={title}>
      <p>
        {capitalise(words.before(momentFrom(until, home.today)))}.{" "}
        <a href={`/planning?semaine=${first.monday.toString()}`}>{words.fill}</a>
      </p>
    </Notice>
  );
}

/** In the order of the children. */
function namesOf({ children }: FamilyHome, gaps: readonly HomeGap[]): string {
  return joinList(
    children.filter(({ id }) => gaps.some((gap) => gap.childId === id)).map(({ name }) => name),
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

/** The week of a day, at the day: within a month it may stand several screens lower. */
function planningOf(date: Temporal.PlainDate): string {
  const monday = date.subtract({ days: date.dayOfWeek - 1 });
  return `/planning?semaine=${monday.toString()}#jour-${date.toString()}`;
}
