import type { SchoolPeriod, SchoolZone } from "#kernel";
import { Button, DataTable, Details, FormToken, Notice, StateLabel } from "#platform";

import { periodsToConfirm } from "../../../calendar/periods-to-confirm.ts";
import type { CalendarState } from "./calendar-state.ts";
import { texts } from "./texts.fr.ts";

/** How far the days of school are known, and what is not offered for want of a year. */
export function KnownDays({ knownUntil, nextYear, missing }: CalendarState) {
  return (
    <>
      {missing.map(({ schoolYear, activities }) => (
        <Notice tone="warning" title={texts.known.missing(schoolYear)}>
          <p>{texts.known.after(knownUntil, activities)}</p>
          <p>
            <a href="#import">{texts.known.toDo}</a>
          </p>
        </Notice>
      ))}
      {knownUntil && nextYear && missing.length === 0 && (
        <p>
          {texts.known.until(knownUntil)} {texts.known.nextYear(nextYear)}
        </p>
      )}
    </>
  );
}

/** The school holidays as known, year by year; those of the past are folded. */
export function SchoolYears({ state, zone }: { state: CalendarState; zone: SchoolZone }) {
  const { schoolYears, currentYear } = state;
  const earlier = schoolYears.filter(([year]) => year < currentYear);
  const shown = schoolYears.filter(([year]) => year >= currentYear);
  const toConfirm = periodsToConfirm(
    shown.flatMap(([, periods]) => periods),
    currentYear,
  ).length;
  return (
    <section>
      <h2>{texts.school.title(zone)}</h2>
      {toConfirm > 0 && <p>{texts.school.toConfirm(toConfirm)}</p>}
      {schoolYears.length === 0 && <p>{texts.school.none}</p>}
      {shown.map(([year, periods]) => (
        <SchoolYear year={year} periods={periods} zone={zone} />
      ))}
      {earlier.length > 0 && (
        <Details summary={texts.school.earlier}>
          {earlier.map(([year, periods]) => (
            <SchoolYear year={year} periods={periods} zone={zone} />
          ))}
        </Details>
      )}
    </section>
  );
}

function SchoolYear(props: { year: string; periods: readonly SchoolPeriod[]; zone: SchoolZone }) {
  return (
    <DataTable
      caption={texts.school.year(props.year)}
      rows={props.periods}
      columns={[
        { header: texts.school.name, rowHeader: true, cell: ({ label }) => label },
        { header: texts.school.dates, cell: texts.school.days },
        { header: texts.school.state, cell: (period) => <Source period={period} zone={props.zone} /> },
      ]}
    />
  );
}

function Source({ period, zone }: { period: SchoolPeriod; zone: SchoolZone }) {
  if (period.evidence === "C") return <StateLabel tone="on" word={texts.school.confirmed} />;
  return (
    <form class="row" method="post" action="/agent/calendrier/confirmer">
      <FormToken />
      <input type="hidden" name="zone" value={zone} />
      <input type="hidden" name="jour" value={period.firstDayOff.toString()} />
      <StateLabel tone="waiting" word={texts.school.unconfirmed} />
      <Button variant="secondary">
        {texts.school.confirm}
        <span class="vh"> {texts.import.period(period)}</span>
      </Button>
    </form>
  );
}
