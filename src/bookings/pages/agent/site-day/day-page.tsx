import { paiWord } from "#families";
import { capitalise, formatDay, formatDayAndYear, joinList, type Id } from "#kernel";
import {
  BackLink,
  Button,
  DataTable,
  DateField,
  EmptyState,
  Pager,
  PrintSheet,
  Select,
  StateLabel,
  TickBox,
  type Page,
  PhoneLink,
} from "#platform";

import { absenceWords } from "./absence-words.ts";
import { takenWords } from "../../../rules/taken-words.ts";
import type { ClassDayOf } from "../../../class-days/class-queries.ts";
import { ClassDays } from "./class-days.tsx";
import { hoursWords } from "../../../rules/contract/contract-words.ts";
import type { DayList, DayUnit, Expected } from "./day-list.ts";
import { withCompanions } from "../../../rules/companions.ts";
import { classGroup, ofSeveralSchools } from "../../../rules/school-class.ts";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface DayView {
  site: { siteId: Id<"site">; name: string };
  date: Temporal.PlainDate;
  /** Where else the agent may look. */
  sites: readonly { siteId: Id<"site">; name: string }[];
  withPhones: boolean;
  list: DayList;
  /** What was said of the classes of those who are expected. */
  classDays: readonly ClassDayOf[];
}

/** The day of a site: counts first, then who is expected, class by class, on a sheet that can be printed. */
export function dayPage({ site, date, sites, withPhones, list, classDays }: DayView): Page {
  const base = `/agent/lieux/${site.siteId}/jours`;
  const step = (day: Temporal.PlainDate | null) =>
    day === null ? undefined : { href: `${base}/${day.toString()}`, label: capitalise(formatDay(day)) };
  return {
    title: `${site.name}, ${formatDay(date)}`,
    section: "agent-home",
    dense: true,
    before: <BackLink href="/agent" label={texts.back} />,
    main: (
      <>
        <Pager
          label={texts.days}
          previous={step(list.previous)}
          current={capitalise(formatDayAndYear(date))}
          next={step(list.next)}
        />
        <form method="get" action={base} class="inline-form no-print">
          {sites.length > 1 && (
            <Select
              name="lieu"
              label={texts.site}
              value={site.siteId}
              options={sites.map(({ siteId, name }) => ({ value: siteId, label: name }))}
            />
          )}
          <DateField name="jour" label={texts.chooseDay} value={date.toString()} />
          <Button variant="secondary">{texts.go}</Button>
        </form>
        <ClassDays said={classDays} />
        {list.units.every(({ closedBecause }) => closedBecause !== null) && <h1>{site.name}</h1>}
        {list.units.length === 0 && <EmptyState title={texts.noSlot} />}
        {list.units.map((unit) => (
          <UnitSheet
            site={site.name}
            date={date}
            unit={unit}
            withPhones={withPhones}
            expected={list.expected.filter(({ unitId }) => unitId === unit.unitId)}
          />
        ))}
        {list.expected.length > 0 && (
          <p class="row no-print">
            <a href={`${base}/${date.toString()}/liste.csv`} download>
              {texts.csv}
            </a>
            <span class="hint">{texts.print}</span>
          </p>
        )}
      </>
    ),
  };
}

interface SheetProps {
  site: string;
  date: Temporal.PlainDate;
  unit: DayUnit;
  withPhones: boolean;
  expected: readonly Expected[];
}

function UnitSheet({ site, date, unit, withPhones, expected }: SheetProps) {
  if (unit.closedBecause !== null) {
    return (
      <EmptyState title={`${unit.unitName} : ${texts.noSlot}`}>
        <p>{unit.closedBecause}</p>
      </EmptyState>
    );
  }
  const withSchool = ofSeveralSchools(expected);
  const classes = [...Map.groupBy(expected, (child) => classGroup(child, withSchool))];
  const { forAdults } = unit;
  // An adult is in no class: where adults come and nobody has one, « par classe » would be a table of nothing.
  const byClass = !forAdults || classes.some(([name]) => name !== "");
  const withHours = expected.some(({ hours }) => hours !== null);
  const absent = expected.filter(({ saidAbsentAt }) => saidAbsentAt !== null).length;
  return (
    <PrintSheet
      title={`${site} – ${unit.unitName}`}
      facts={[
        capitalise(formatDay(date)),
        texts.present(heads(expected), unit.forAdults),
        ...(absent === 0 ? [] : [texts.absent(absent)]),
        texts.ofPlaces(takenWords(unit)),
      ]}
    >
      {expected.length === 0 ? (
        <p>{texts.nobody}</p>
      ) : (
        <>
          {byClass && (
            <DataTable
              caption={texts.countsCaption}
              rows={classes}
              columns={[
                {
                  header: texts.className,
                  rowHeader: true,
                  cell: ([name]) => nameOf(name),
                  total: texts.total,
                },
                {
                  header: texts.number(forAdults),
                  numeric: true,
                  cell: ([, own]) => heads(own),
                  total: heads(expected),
                },
              ]}
            />
          )}
          {classes.map(([name, own]) => (
            <DataTable
              caption={`${byClass ? nameOf(name) : texts.everybody} (${heads(own)})`}
              rows={own}
              columns={[
                {
                  header: texts.child(forAdults),
                  rowHeader: true,
                  cell: (child) => <Child child={child} date={date} />,
                },
                ...(withHours
                  ? [
                      {
                        header: texts.hours,
                        cell: ({ hours }: Expected) => (hours === null ? "" : hoursWords(hours)),
                      },
                    ]
                  : []),
                ...(withPhones
                  ? [{ header: texts.phone, cell: ({ phone }: Expected) => <PhoneLink number={phone} /> }]
                  : []),
                { header: texts.tick, numeric: true, cell: () => <TickBox /> },
              ]}
            />
          ))}
        </>
      )}
    </PrintSheet>
  );
}

/**
 * A name with what must be known at the door and at the table: that the family said the child will not come
 * (« Malade, prévenu à 7 h 40 »), to whom not to give the child, PAI, allergies.
 */
function Child({ child, date }: { child: Expected; date: Temporal.PlainDate }) {
  const { health, forbidden } = child;
  const absence = absenceWords(child, date);
  return (
    <>
      {withCompanions(`${child.lastName} ${child.firstName}`, child.companions)}
      {absence !== "" && <Mark word={absence} tone="late" />}
      {child.movedFrom !== null && <Mark word={texts.movedFrom(child.movedFrom)} />}
      {health !== null && health.hasPai && <Mark word={paiWord(health, date)} />}
      {health !== null && health.hasAllergies && <Mark word={texts.allergies} />}
      {forbidden.length > 0 && <Mark word={texts.forbidden(joinList(forbidden))} />}
    </>
  );
}

function Mark({ word, tone = "full" }: { word: string; tone?: "full" | "late" }) {
  return (
    <>
      {" "}
      <StateLabel tone={tone} word={word} />
    </>
  );
}

/** How many come: those who are listed, and whom they bring. */
function heads(expected: readonly Expected[]): number {
  return expected.reduce((sum, { companions }) => sum + 1 + companions, 0);
}

function nameOf(className: string): string {
  return className === "" ? texts.noClass : className;
}
