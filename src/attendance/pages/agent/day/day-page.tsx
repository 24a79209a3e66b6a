import { capitalise, formatDay, formatDayAndYear, formatMonth, type Id } from "#kernel";
import {
  BackLink,
  Button,
  DateField,
  EmptyState,
  ErrorSummary,
  FormToken,
  Notice,
  Pager,
  StateLabel,
  type Correction,
  type Page,
} from "#platform";
import type { VNode } from "preact";

import type { DaySheet } from "../../../day/day-sheet.ts";
import { dayProgress, together } from "../../../rules/day-progress.ts";
import { besideKey, type SheetBesides } from "../../../supplements/sheet-besides.ts";
import { Comers, type Search } from "./comers.tsx";
import { LineFields } from "./line-fields.tsx";
import type { LineFault } from "./sent-day.ts";
import type { ShownGroup, ShownUnit } from "./shown-day.ts";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface DayView {
  site: { siteId: Id<"site">; name: string };
  date: Temporal.PlainDate;
  today: Temporal.PlainDate;
  around: Pick<DaySheet, "previous" | "next">;
  /** The slots where something may be taken besides the place. */
  withSupplements: ReadonlySet<Id<"slot">>;
  /** What is charged besides places, by line. */
  besides: SheetBesides;
  /** The month of the day is billed already. */
  billed: boolean;
  units: readonly ShownUnit[];
  search: Search;
  /** The idempotency key of the form. */
  pageKey: string;
  faults: readonly LineFault[];
  corrections: readonly Correction[];
  /** What the form that was just sent did. */
  done?: VNode | undefined;
  /** The agent may read the list of the day too. */
  withList: boolean;
}

/** Where a site's day is noted. */
export function dayAddress(site: Id<"site">, date: Temporal.PlainDate): string {
  return `/agent/pointage/${site}?jour=${date.toString()}`;
}

/** The page on which an agent notes who came on a day of a site. */
export function dayPage(view: DayView): Page {
  const { site, date, today, around, corrections, done } = view;
  const step = (day: Temporal.PlainDate | null) =>
    day === null ? undefined : { href: dayAddress(site.siteId, day), label: capitalise(formatDay(day)) };
  const flash = corrections.length > 0 ? <ErrorSummary items={corrections} /> : done;
  return {
    title: `${texts.title} – ${site.name}, ${formatDay(date)}`,
    section: "attendance",
    dense: true,
    islands: ["noting.js"],
    toCorrect: corrections.length > 0,
    before: (
      <BackLink href={`/agent/pointage?mois=${date.toPlainYearMonth().toString()}`} label={texts.back} />
    ),
    ...(flash === undefined ? {} : { flash }),
    main: (
      <>
        <h1>
          {texts.title} – {site.name}
        </h1>
        <Pager
          label={texts.days}
          previous={step(around.previous)}
          current={capitalise(formatDayAndYear(date))}
          next={step(nextUntil(around.next, today))}
        />
        {view.billed && (
          <Notice tone="info" title={texts.billed}>
            <p>{texts.billedMore(formatMonth(date.toPlainYearMonth()))}</p>
          </Notice>
        )}
        <Matter {...view} />
        <form method="get" action={`/agent/pointage/${site.siteId}`} class="inline-form no-print">
          <DateField name="jour" label={texts.chooseDay} value={date.toString()} max={today.toString()} />
          <Button variant="secondary">{texts.go}</Button>
        </form>
      </>
    ),
  };
}

/** A day to come cannot be noted: nothing leads there. */
function nextUntil(next: Temporal.PlainDate | null, today: Temporal.PlainDate): Temporal.PlainDate | null {
  return next === null || Temporal.PlainDate.compare(next, today) > 0 ? null : next;
}

function Matter(view: DayView) {
  const { site, date, today, units, withList } = view;
  if (Temporal.PlainDate.compare(date, today) > 0) {
    return (
      <Notice tone="refusal" title={texts.future(formatDay(date))}>
        <p>{texts.futureMore(formatDay(date))}</p>
        {withList && (
          <p>
            <a href={`/agent/lieux/${site.siteId}/jours/${date.toString()}`}>{texts.list}</a>
          </p>
        )}
      </Notice>
    );
  }
  if (units.length === 0) {
    return (
      <EmptyState title={texts.noSlot}>
        <p>{texts.noSlotMore}</p>
      </EmptyState>
    );
  }
  return units.every(({ closedBecause }) => closedBecause !== null) ? (
    <>
      {units.map((unit) => (
        <Unit unit={unit} view={view} />
      ))}
    </>
  ) : (
    <NoteForm {...view} />
  );
}

function NoteForm(view: DayView) {
  const { site, date, units, pageKey, search } = view;
  const all = together(units.map(({ counted }) => counted));
  return (
    <form method="post" action={`/agent/pointage/${site.siteId}`} data-noting>
      <FormToken />
      <input type="hidden" name="cle" value={pageKey} />
      <input type="hidden" name="jour" value={date.toString()} />
      <div class="noting-bar">
        <p>
          <strong>{texts.progress(all.noted, all.expected)}</strong>
          {all.expected > 0 && (
            <progress
              max={all.expected}
              value={all.noted}
              aria-label={texts.progress(all.noted, all.expected)}
            />
          )}
        </p>
        <Button>{texts.save}</Button>
      </div>
      {units.length > 1 && (
        <nav aria-label={texts.units}>
          <ul class="row">
            {units.map(({ slotId, unitName, counted }) => (
              <li>
                <a href={`#${slotId}`}>{unitName}</a> ({texts.progress(counted.noted, counted.expected)})
              </li>
            ))}
          </ul>
        </nav>
      )}
      {all.noted < all.expected && <p class="hint">{texts.allPresentHint}</p>}
      <p class="hint" data-keys hidden>
        {texts.keys}
      </p>
      {units.map((unit) => (
        <Unit unit={unit} view={view} />
      ))}
      <Comers search={search} units={units} />
    </form>
  );
}

function Unit({ unit, view }: { unit: ShownUnit; view: DayView }) {
  const { counted, closedBecause, groups, heads, unbooked } = unit;
  if (closedBecause !== null) {
    return (
      <EmptyState title={texts.closed(unit.unitName)}>
        <p>{closedBecause}</p>
      </EmptyState>
    );
  }
  return (
    <section id={unit.slotId}>
      <h2>
        {unit.unitName} <span class="soft">{unit.activityName}</span>
      </h2>
      <p>
        {dayProgress(counted) === "complete" ? (
          <StateLabel tone="on" word={texts.complete} />
        ) : (
          texts.progress(counted.noted, counted.expected)
        )}
        {heads > counted.expected && `, ${texts.heads(heads)}`}
        {unbooked > 0 && `, ${texts.unbooked(unbooked)}`}
      </p>
      {groups.length === 0 && <p>{texts.nobody}</p>}
      {groups.map((group) => (
        <Group group={group} unit={unit} view={view} />
      ))}
    </section>
  );
}

function Group({ group, unit, view }: { group: ShownGroup; unit: ShownUnit; view: DayView }) {
  const { lines } = group;
  const name = group.name === "" ? texts.noClass : group.name;
  // A nursery has no classes.
  const isOnly = group.name === "" && unit.groups.length === 1;
  const left = lines.some(({ state }) => state === "none");
  return (
    <>
      <div class="row">
        {isOnly ? null : (
          <h3>
            {name} ({lines.length})
          </h3>
        )}
        {left && (
          <Button
            variant="secondary"
            name="tous"
            value={`${lines[0]?.index ?? 0}-${lines.at(-1)?.index ?? 0}`}
          >
            {texts.allPresent}
            <span class="vh">{texts.allPresentOf(`${unit.unitName}, ${name}`)}</span>
          </Button>
        )}
      </div>
      <ul class="notings">
        {lines.map((line) => (
          <LineFields
            line={line}
            withHours={unit.withHours}
            withSupplements={view.withSupplements.has(line.slotId)}
            besides={view.besides.get(besideKey(line)) ?? []}
            date={view.date}
            isToday={view.date.equals(view.today)}
            fault={view.faults.find(({ index }) => index === line.index)}
          />
        ))}
      </ul>
    </>
  );
}
