import { DataTable, Details, TextArea, type FormReader, firstValue } from "#platform";
import { weekdayName } from "#kernel";

import type { DatesSection, OpeningSection } from "../../../../ruleset/schema.ts";
import { WEEKDAYS } from "../../../../ruleset/weekdays.ts";
import { texts } from "../texts.fr.ts";
import { CellInput } from "./cell-input.tsx";
import type { Shown } from "./offer-form.tsx";
import { readDates, readPlaces, writeDates, writePlaces } from "./place-words.ts";
import type { SeasonSubject } from "./subject.ts";

const LONGEST_DATES = 20_000;

const cellOf = (unit: string, weekday: string) => `places.${unit}.${weekday}`;
const datesOf = (unit: string) => `dates.${unit}`;

/** The places of each unit and weekday, as their cells say them. */
export function startOpenings({ season }: SeasonSubject): Record<string, string> {
  return Object.fromEntries(
    (season?.openings ?? []).flatMap((opening) =>
      opening.units.flatMap((unit) =>
        opening.weekdays.map((weekday) => [cellOf(unit, weekday), writePlaces(opening)]),
      ),
    ),
  );
}

/** Reads the cells: an empty one is a weekday on which the unit does not open. */
export function readOpenings(reader: FormReader, { section }: SeasonSubject): OpeningSection[] {
  return section.units.flatMap(({ code, name }) =>
    WEEKDAYS.flatMap((weekday, index) => {
      const field = cellOf(code, weekday);
      const text = reader.text(field, 60);
      if (text === "") return [];
      const places = readPlaces(text);
      if (places !== undefined) return [{ units: [code], weekdays: [weekday], ...places }];
      reader.correct(field, texts.season.places(name, weekdayName(index + 1)));
      return [];
    }),
  );
}

/** The dates of each unit, a line each. */
export function startDates({ season, section }: SeasonSubject): Record<string, string> {
  return Object.fromEntries(
    section.units.map(({ code }) => {
      const groups = (season?.dates ?? []).filter(({ units }) => units.includes(code));
      const dates = groups.flatMap(({ dates: days, places, from, to }) =>
        days.map((date) => ({ date, places, from, to })),
      );
      return [datesOf(code), writeDates(dates.toSorted((a, b) => a.date.localeCompare(b.date)))];
    }),
  );
}

/** Reads the dates of each unit. */
export function readDateGroups(reader: FormReader, { section }: SeasonSubject): DatesSection[] {
  return section.units.flatMap(({ code, name }) => {
    const read = readDates(reader.text(datesOf(code), LONGEST_DATES));
    if (read === undefined) reader.correct(datesOf(code), texts.season.datesWrong(name));
    return (read ?? []).map(({ date, ...places }) => ({ units: [code], dates: [date], ...places }));
  });
}

/** Places by unit and weekday. */
export function OpeningGrid({ subject, values, correction }: Shown<SeasonSubject>) {
  return (
    <>
      <p id="places">{texts.season.gridHint}</p>
      <DataTable
        caption={texts.season.grid}
        rows={subject.section.units}
        columns={[
          { header: texts.unit.title, rowHeader: true, cell: ({ name }) => name },
          ...WEEKDAYS.map((weekday, index) => ({
            header: weekdayName(index + 1),
            cell: ({ code, name }: { code: string; name: string }) => (
              <CellInput
                name={cellOf(code, weekday)}
                label={texts.season.cell(name, weekdayName(index + 1))}
                values={values}
                correction={correction(cellOf(code, weekday))}
              />
            ),
          })),
        ]}
      />
    </>
  );
}

/** Chosen dates of each unit, folded where there are none. */
export function DateFields({ subject, values, correction }: Shown<SeasonSubject>) {
  const some = subject.section.units.some(
    ({ code }) => firstValue(values, datesOf(code)) !== "" || correction(datesOf(code)) !== undefined,
  );
  return (
    <Details summary={texts.season.dates} open={some}>
      {subject.section.units.map(({ code, name }) => (
        <TextArea
          name={datesOf(code)}
          label={texts.season.datesOf(name)}
          hint={texts.season.datesHint}
          value={firstValue(values, datesOf(code))}
          rows={4}
          maxLength={LONGEST_DATES}
          correction={correction(datesOf(code))}
          optional
        />
      ))}
    </Details>
  );
}
