import { DataTable, Details, type FormReader } from "#platform";
import { weekdayName } from "#kernel";

import type { CapacitySection } from "../../../../ruleset/schema.ts";
import { WEEKDAYS } from "../../../../ruleset/weekdays.ts";
import { texts } from "../texts.fr.ts";
import { CellInput, CellSelect } from "./cell-input.tsx";
import type { Shown } from "./offer-form.tsx";
import type { SeasonSubject } from "./subject.ts";

/** Empty lines below those that are there. */
const MORE = 2;

/** In how many minutes shared places may be counted anew. */
const STEPS = [15, 30, 60] as const;

/** One line for each weekday: the file may say several at once. */
function linesOf({ season }: SeasonSubject): CapacitySection[] {
  return (season?.capacities ?? []).flatMap(({ weekdays, ...capacity }) =>
    weekdays === undefined ? [capacity] : weekdays.map((weekday) => ({ ...capacity, weekdays: [weekday] })),
  );
}

const indexesOf = (subject: SeasonSubject) =>
  Array.from({ length: linesOf(subject).length + MORE }, (_, index) => index);

/** Shared places as the lines of the table say them. */
export function startCapacities(subject: SeasonSubject): Record<string, string> {
  return Object.fromEntries(
    linesOf(subject).flatMap((capacity, index) => [
      [`jour.${index}`, capacity.weekdays?.[0] ?? ""],
      [`tranche.${index}`, capacity.ageGroup ?? ""],
      [`debut.${index}`, capacity.from],
      [`fin.${index}`, capacity.to],
      [`nombre.${index}`, String(capacity.places ?? "")],
      [`adultes.${index}`, String(capacity.adults ?? "")],
      [`pas.${index}`, String(capacity.every ?? "")],
    ]),
  );
}

/** Reads the lines: one without an hour and a number is none. */
export function readCapacities(reader: FormReader, subject: SeasonSubject): CapacitySection[] {
  const groups = (subject.section.ageGroups ?? []).map(({ code }) => code);
  return indexesOf(subject).flatMap((index): CapacitySection[] => {
    const places = reader.count(`nombre.${index}`, { least: 0, most: 10_000 });
    const adults = reader.count(`adultes.${index}`, { least: 0, most: 1_000 });
    if (places === undefined && adults === undefined) return [];
    const weekday = reader.choice(`jour.${index}`, ["", ...WEEKDAYS]);
    const every = STEPS.find(
      (step) => String(step) === reader.choice(`pas.${index}`, ["", ...STEPS.map(String)]),
    );
    const ageGroup = reader.choice(`tranche.${index}`, ["", ...groups]);
    return [
      {
        ...(weekday === undefined || weekday === "" ? {} : { weekdays: [weekday] }),
        ...(ageGroup === undefined || ageGroup === "" ? {} : { ageGroup }),
        from: reader.time(`debut.${index}`),
        to: reader.time(`fin.${index}`),
        ...(places === undefined ? {} : { places }),
        ...(adults === undefined ? {} : { adults }),
        ...(every === undefined ? {} : { every }),
      },
    ];
  });
}

/** The places that the units of the season share. */
export function CapacityTable({ subject, values, correction }: Shown<SeasonSubject>) {
  const days = [
    { value: "", label: texts.capacity.everyDay },
    ...WEEKDAYS.map((weekday, index) => ({ value: weekday, label: weekdayName(index + 1) })),
  ];
  const ages = [
    { value: "", label: texts.capacity.everyAge },
    ...(subject.section.ageGroups ?? []).map(({ code, name }) => ({ value: code, label: name })),
  ];
  const steps = [
    { value: "", label: texts.capacity.once },
    ...STEPS.map((step) => ({ value: String(step), label: texts.capacity.everyMinutes[step] })),
  ];
  const input = (field: string, header: string, type: "time" | "text") => ({
    header,
    cell: (index: number) => (
      <CellInput
        name={`${field}.${index}`}
        label={texts.ages.cell(header, index + 1)}
        values={values}
        type={type}
        numeric={type === "text"}
        correction={correction(`${field}.${index}`)}
      />
    ),
  });
  const select = (field: string, header: string, options: readonly { value: string; label: string }[]) => ({
    header,
    cell: (index: number) => (
      <CellSelect
        name={`${field}.${index}`}
        label={texts.ages.cell(header, index + 1)}
        values={values}
        options={options}
      />
    ),
  });
  return (
    <Details summary={texts.capacity.title} open={linesOf(subject).length > 0}>
      <p>{texts.capacity.hint}</p>
      <DataTable
        caption={texts.capacity.title}
        captionHidden
        rows={indexesOf(subject)}
        columns={[
          select("jour", texts.capacity.day, days),
          select("tranche", texts.capacity.ages, ages),
          input("debut", texts.unit.from, "time"),
          input("fin", texts.unit.to, "time"),
          input("nombre", texts.capacity.places, "text"),
          input("adultes", texts.capacity.adults, "text"),
          select("pas", texts.capacity.every, steps),
        ]}
      />
    </Details>
  );
}
