import { parisDate, publicHolidays, type HolidayZone } from "#kernel";
import { ErrorSummary, Notice, type Correction, type Page, type Reads } from "#platform";

import { calendarState, type CalendarState } from "./calendar-state.ts";
import { ChoiceForm, ImportForm } from "./forms.tsx";
import { KnownDays, SchoolYears } from "./school-years.tsx";
import { texts } from "./texts.fr.ts";

/** What the page shows besides the calendar: what was just done, or a form to correct with what was typed. */
export interface CalendarShown {
  done?: keyof typeof texts.done | undefined;
  corrections?: readonly Correction[];
  text?: string;
}

/** The calendar in force, what it lacks, and the forms that change it. */
export async function calendarPage(reads: Reads, now: Temporal.Instant, shown: CalendarShown): Promise<Page> {
  const today = parisDate(now);
  const state = await calendarState(reads, today);
  const { done, corrections = [], text = "" } = shown;
  return {
    title: texts.title,
    section: "calendar",
    dense: true,
    toCorrect: corrections.length > 0,
    ...(done === undefined ? {} : { flash: <Done words={texts.done[done]} /> }),
    ...(corrections.length === 0 ? {} : { flash: <ErrorSummary items={corrections} /> }),
    main: (
      <>
        <h1>{texts.title}</h1>
        <KnownDays {...state} />
        <p>
          {texts.closures.before} <a href="/agent/fermetures">{texts.closures.link}</a>.
        </p>
        {state.setting && <InForce state={state} zones={state.setting} year={today.year} />}
        {state.setting && <ImportForm title={texts.import.title} text={text} corrections={corrections} />}
        <ChoiceForm setting={state.setting} corrections={corrections} />
      </>
    ),
  };
}

function Done({ words }: { words: string }) {
  return (
    <Notice tone="success" announce>
      <p>{words}</p>
    </Notice>
  );
}

function InForce(props: {
  state: CalendarState;
  zones: NonNullable<CalendarState["setting"]>;
  year: number;
}) {
  return (
    <div class="columns">
      <SchoolYears state={props.state} zone={props.zones.schoolZone} />
      <div>
        <PublicHolidays year={props.year} zone={props.zones.publicHolidays} />
        <PublicHolidays year={props.year + 1} zone={props.zones.publicHolidays} />
        <p class="soft">{texts.holidays.computed}</p>
      </div>
    </div>
  );
}

function PublicHolidays({ year, zone }: { year: number; zone: HolidayZone }) {
  return (
    <section>
      <h2>{texts.holidays.title(year)}</h2>
      <ul>
        {publicHolidays(year, zone).map(({ date, name }) => (
          <li>
            {texts.holidays.day(date)} : {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
