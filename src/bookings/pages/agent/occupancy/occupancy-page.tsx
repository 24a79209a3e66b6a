import { capitalise, formatDay, joinList } from "#kernel";
import { BarChart, DataTable, EmptyState, ErrorSummary, type Column, type Page } from "#platform";

import type { DayOccupancy, SlotRoom } from "../../../occupancy/day-occupancy.ts";
import { joinedSpans } from "../../../rules/joined-spans.ts";
import type { ScopedUnit } from "../../../occupancy/units-in-scope.ts";
import { addressOf, type Chosen, type DaysToCorrect } from "../filters/chosen.ts";
import { FilterForm } from "../filters/filter-form.tsx";
import {
  byDay,
  byUnit,
  sumsOfDays,
  type DaySums,
  type Sums,
  type UnitSums,
} from "../../../occupancy/sums.ts";
import { takenWords } from "../../../rules/taken-words.ts";
import { texts } from "./texts.fr.ts";

/** What the page is drawn from. */
export interface OccupancyView {
  all: readonly ScopedUnit[];
  chosen: Chosen;
  days: readonly DayOccupancy[];
  /** Activities that are looked at by half-hour. */
  byHalfHour: ReadonlySet<string>;
}

/** The address of the occupancy. */
export const PATH = "/agent/occupation";

/** Occupancy: day by day as a picture and a table, then by unit, or by day and unit where one activity is chosen. */
export function occupancyPage({ all, chosen, days, byHalfHour }: OccupancyView): Page {
  const sums = byDay(days);
  return {
    title: texts.title,
    section: "occupancy",
    dense: true,
    main: (
      <>
        <h1>{texts.title}</h1>
        <p class="lead no-print">{texts.lead}</p>
        <FilterForm path={PATH} all={all} chosen={chosen} />
        {sums.length === 0 ? (
          <EmptyState title={texts.nothing}>
            <p>{texts.nothingMore}</p>
          </EmptyState>
        ) : (
          <>
            <BarChart caption={texts.byDay} table={null} bars={sums.map(barOf)} />
            <DataTable caption={texts.byDayTable} rows={sums} columns={dayColumns(days)} />
            <StaffCounted days={days} all={all} />
            {chosen.activityId === undefined ? (
              <DataTable
                caption={texts.byActivity}
                rows={byUnit(days)}
                columns={unitColumns(chosen, unitsById(all))}
              />
            ) : (
              <DataTable
                caption={texts.byUnit}
                rows={days.flatMap((day) => day.slots)}
                columns={slotColumns(unitsById(all), byHalfHour)}
              />
            )}
            <p class="row no-print">
              <a href={addressOf(`${PATH}/export.csv`, chosen)} download>
                {texts.csv}
              </a>
              <a href={addressOf("/agent/listes", chosen)}>{texts.lists}</a>
              <span class="hint">{texts.print}</span>
            </p>
          </>
        )}
      </>
    ),
  };
}

/** Days that cannot be looked at: the form as it was typed, with what to write instead. */
export function daysAgainPage({ all, days }: Pick<OccupancyView, "all"> & { days: DaysToCorrect }): Page {
  return {
    title: texts.title,
    section: "occupancy",
    dense: true,
    toCorrect: true,
    flash: <ErrorSummary items={days.corrections} />,
    main: (
      <>
        <h1>{texts.title}</h1>
        <FilterForm path={PATH} all={all} chosen={days} />
      </>
    ),
  };
}

/** The units by their id, for what has only the id. */
export function unitsById(all: readonly ScopedUnit[]): ReadonlyMap<string, ScopedUnit> {
  return new Map(all.map((unit) => [unit.unitId, unit]));
}

function barOf({ date, closedBecause, ...sums }: DaySums) {
  const { taken, places, left } = sums;
  const label = capitalise(formatDay(date));
  if (closedBecause !== null) return { label, value: 0, text: texts.closedDay };
  return {
    label,
    value: taken,
    room: Math.max(places, taken),
    text: takenWords(sums),
    attention: left === 0,
  };
}

/** Why a row has fewer places than its units: they are shared with others, or part of the day is fuller than the rest. */
export function SharedPlaces(shown: {
  over: SlotRoom["sharedOver"];
  units: readonly SlotRoom["unitId"][];
  names: ReadonlyMap<string, ScopedUnit>;
}) {
  const { over, units, names } = shown;
  if (over.length === 0) return null;
  const others = [...new Set(units.flatMap((unitId) => names.get(unitId)?.unitName ?? []))];
  const spans = joinedSpans(over).map(({ from, to }) => texts.span(from, to));
  return (
    <span class="hint">
      {" "}
      {others.length > 0 ? texts.sharedWith(joinList(others)) : texts.tightest(joinList(spans))}
    </span>
  );
}

/** On what « Encadrants » counts: « 1 » beside a thousand meals is one adult of the nursery. */
function StaffCounted({ days, all }: Pick<OccupancyView, "days" | "all">) {
  const counted = new Set(days.flatMap(({ activityId, staff }) => (staff === null ? [] : activityId)));
  if (counted.size === 0) return null;
  if (days.every(({ activityId }) => counted.has(activityId)) && counted.size === 1)
    return <p class="hint">{texts.staffOfOne}</p>;
  const named = all.filter(({ activityId }) => counted.has(activityId));
  const names = new Map(named.map(({ activityId, activityName }) => [activityId, activityName]));
  return <p class="hint">{texts.staffCounted(joinList([...names.values()]))}</p>;
}

function figureColumns<Row>(of: (row: Row) => Sums, total?: Sums): readonly Column<Row>[] {
  const column = (header: string, what: keyof Sums): Column<Row> => ({
    header,
    numeric: true,
    cell: (row) => of(row)[what],
    ...(total === undefined ? {} : { total: total[what] }),
  });
  return [
    column(texts.taken, "taken"),
    column(texts.offered, "offered"),
    column(texts.places, "places"),
    column(texts.left, "left"),
    column(texts.waiting, "waiting"),
  ];
}

function dayColumns(days: readonly DayOccupancy[]): readonly Column<DaySums>[] {
  return [
    {
      header: texts.day,
      rowHeader: true,
      cell: ({ date, closedBecause }) => (
        <>
          {capitalise(formatDay(date))}
          {closedBecause !== null && <span class="hint"> {texts.closed(closedBecause)}</span>}
        </>
      ),
      total: texts.total,
    },
    ...figureColumns<DaySums>((row) => row, sumsOfDays(days)),
    { header: texts.staff, numeric: true, cell: ({ staff }) => staff ?? texts.noRatio, total: "" },
  ];
}

function unitColumns(chosen: Chosen, units: ReadonlyMap<string, ScopedUnit>): readonly Column<UnitSums>[] {
  return [
    {
      header: texts.activity,
      rowHeader: true,
      cell: ({ unitId }) => {
        const unit = units.get(unitId);
        if (unit === undefined) return "";
        return <a href={addressOf(PATH, chosen, { activite: unit.activityId })}>{unit.activityName}</a>;
      },
    },
    { header: texts.site, cell: ({ unitId }) => units.get(unitId)?.siteName },
    { header: texts.unit, cell: ({ unitId }) => units.get(unitId)?.unitName },
    ...figureColumns<UnitSums>((row) => row),
    {
      header: texts.fullest,
      cell: ({ fullest }) =>
        fullest === undefined ? "" : texts.fullestDay(formatDay(fullest.date), takenWords(fullest)),
    },
  ];
}

function slotColumns(
  units: ReadonlyMap<string, ScopedUnit>,
  byHalfHour: ReadonlySet<string>,
): readonly Column<SlotRoom>[] {
  return [
    {
      header: texts.day,
      rowHeader: true,
      cell: ({ date, activityId }) =>
        byHalfHour.has(activityId) ? (
          <a href={`${PATH}/${activityId}/${date.toString()}`}>
            {capitalise(formatDay(date))}
            <span class="hint"> {texts.halfHours}</span>
          </a>
        ) : (
          capitalise(formatDay(date))
        ),
    },
    {
      header: texts.unit,
      cell: ({ unitId, closedBecause, sharedOver, sharedWith }) => (
        <>
          {units.get(unitId)?.unitName}
          <SharedPlaces over={sharedOver} units={sharedWith} names={units} />
          {closedBecause !== null && <span class="hint"> {texts.closed(closedBecause)}</span>}
        </>
      ),
    },
    ...figureColumns<SlotRoom>((row) => row),
  ];
}
