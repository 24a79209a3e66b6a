import { publicHolidays, type Finding } from "#kernel";

import type {
  ActivitySection,
  DatesSection,
  OfferDocument,
  OpeningSection,
  SeasonSection,
} from "../schema.ts";
import { texts } from "../texts.fr.ts";
import { checkCapacities } from "./check-capacities.ts";
import { hoursFindings, refused, warning, when } from "./findings.ts";

type Path = Finding["path"];

/** The season's activity, where the season is written, and the calendar of the file. */
interface Place {
  activity: ActivitySection;
  path: Path;
  calendar: OfferDocument["calendar"];
}

/** What contradicts itself in the openings, dates and shared places of a season. */
export function checkSeason(season: SeasonSection, place: Place): readonly Finding[] {
  const { openings = [], dates = [], capacities = [] } = season;
  return [
    ...when(openings.length + dates.length === 0, () =>
      warning(place.path, texts.check.seasonWithoutOpening(season.name)),
    ),
    ...checkOpenings(openings, place),
    ...checkDates(dates, season, place),
    ...checkCapacities(capacities, place),
  ];
}

function checkOpenings(openings: readonly OpeningSection[], { activity, path }: Place): readonly Finding[] {
  const said = new Set<string>();
  return openings.flatMap((opening, index) => {
    const at = [...path, "openings", index];
    const twice = opening.units.flatMap((unit) =>
      opening.weekdays.filter((weekday) => {
        const key = `${unit} ${weekday}`;
        const known = said.has(key);
        said.add(key);
        return known;
      }),
    );
    return [
      ...unitsFindings(opening, activity, at),
      ...hoursFindings(opening, at, texts.check),
      ...[...new Set(twice)].map((weekday) => refused(at, texts.check.openingTwice(weekday))),
      ...when(opening.places === 0, () => warning([...at, "places"], texts.check.noPlaces)),
    ];
  });
}

function checkDates(
  dates: readonly DatesSection[],
  season: SeasonSection,
  { activity, path, calendar }: Place,
): readonly Finding[] {
  const said = new Set<string>();
  return dates.flatMap((group, index) => {
    const at = [...path, "dates", index];
    return [
      ...unitsFindings(group, activity, at),
      ...hoursFindings(group, at, texts.check),
      ...group.dates.flatMap((date, dateIndex) => {
        const here = [...at, "dates", dateIndex];
        const keys = group.units.map((unit) => `${unit} ${date}`);
        const known = keys.some((key) => said.has(key));
        keys.forEach((key) => said.add(key));
        const holiday = calendar && holidayName(date, calendar.publicHolidays);
        return [
          ...when(known, () => refused(here, texts.check.dateTwice(date))),
          ...when(date < season.firstDay || date > season.lastDay, () =>
            refused(here, texts.check.dateOutside(date, season)),
          ),
          ...when(holiday !== undefined, () => warning(here, texts.check.dateOnHoliday(holiday ?? ""))),
        ];
      }),
    ];
  });
}

function unitsFindings(
  { units }: Pick<OpeningSection, "units">,
  activity: ActivitySection,
  path: Path,
): readonly Finding[] {
  return units.flatMap((unit, index) => [
    ...when(
      activity.units.every(({ code }) => code !== unit),
      () => refused([...path, "units", index], texts.check.noSuchUnit(unit)),
    ),
    ...when(units.indexOf(unit) < index, () =>
      refused([...path, "units", index], texts.check.unitNamedTwice(unit)),
    ),
  ]);
}

function holidayName(
  text: string,
  zone: NonNullable<OfferDocument["calendar"]>["publicHolidays"],
): string | undefined {
  const date = Temporal.PlainDate.from(text);
  return publicHolidays(date.year, zone).find((holiday) => holiday.date.equals(date))?.name;
}
