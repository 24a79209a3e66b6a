import { capitalise, formatDay, formatDayOfMonth, monthName, parisDate } from "#kernel";
import { childColour, type DayGridRow, type DayGridWeek } from "#platform";

import type { DayMenu } from "../../../planning/day-menus.ts";
import type { FamilyPlanning } from "../../../planning/family-planning.ts";
import type { PlanningLine } from "../../../planning/planning-lines.ts";
import { weeksOfSpan } from "../../../rules/planning-span.ts";
import type { ListedCell } from "../forms/cell-list.ts";
import { hourLines, type HourLine } from "./hour-lines.ts";
import { shownPrices, type ShownPrices } from "./line-prices.ts";
import { listedBoxes } from "./listed-boxes.ts";
import { dayOfGrid } from "./day-of-grid.ts";
import type { PlanningFor } from "./planning-for.ts";
import { texts } from "./texts.fr.ts";

/** The planning as the page shows it, and the boxes as they were shown, in the order of their positions. */
export interface ShownGrid {
  rows: DayGridRow[];
  weeks: DayGridWeek[];
  boxes: readonly ListedCell[];
  /** The lines whose hours are chosen, with those that a newly ticked day takes. */
  hourLines: readonly HourLine[];
}

/** Lays a planning out in weeks. */
export function shownGrid(
  planning: FamilyPlanning,
  now: Temporal.Instant,
  whom: Pick<PlanningFor, "deadlines" | "mayChange">,
  menus: readonly DayMenu[] = [],
): ShownGrid {
  const today = parisDate(now);
  const { cells, boxes } = listedBoxes(planning, now, today, whom);
  const hours = hourLines(planning, cells);
  const prices = shownPrices(planning, cells, hours);
  const byPlace = new Map(
    cells.map((cell) => [placeKey(cell.participantId, cell.unitId, cell.date), cell] as const),
  );
  const cellsOf = (date: Temporal.PlainDate) =>
    planning.lines.map((line) => byPlace.get(placeKey(line.participantId, line.unitId, date)) ?? null);
  const served = Map.groupBy(menus, ({ date }) => date.toString());
  const weeks = weeksOfSpan(planning.span).flatMap((dates): DayGridWeek[] => {
    const days = dates.flatMap((date) =>
      dayOfGrid({
        date,
        today,
        now,
        cells: cellsOf(date),
        labels: planning.closedLabels,
        hourLines: hours,
        apart: prices.apart,
        menus: served.get(date.toString()) ?? [],
        anchored: planning.span.kind === "week",
      }),
    );
    // A month that begins on a Sunday has no week there.
    if (days.every((day) => "quiet" in day && day.quiet === true)) return [];
    const told = days.flatMap((day) => ("quiet" in day && day.quiet === true ? [] : day.weekday));
    const caption = weekCaption(dates, Math.max(...told));
    const past = dates.every((date) => Temporal.PlainDate.compare(date, today) < 0);
    const over = past && planning.span.kind === "month";
    return [{ caption, folded: over ? texts.weekOver(caption) : undefined, days }];
  });
  return { rows: rowsOf(planning.lines, prices), weeks, boxes, hourLines: hours };
}

/** A line of the grid for each line of the planning; where a person has several activities, each line names its own. */
function rowsOf(lines: readonly PlanningLine[], prices: ShownPrices): DayGridRow[] {
  const households = new Set(lines.map((line) => line.householdId)).size;
  const activities = Map.groupBy(lines, (line) => line.participantId);
  return lines.map((line, index) => {
    const price = prices.lines[index] ?? null;
    const own = activities.get(line.participantId) ?? [];
    const several = new Set(own.map((other) => other.activityId)).size > 1;
    return {
      label: households > 1 ? `${line.unitName}, ${line.householdLabel}` : line.unitName,
      activity: several ? line.activityName : undefined,
      who: {
        name: line.firstName,
        initials: `${line.firstName.charAt(0)}${line.lastName.charAt(0)}`.toLocaleUpperCase("fr-FR"),
        colour: childColour(line.colour - 1),
      },
      price:
        price === null
          ? undefined
          : { words: price.words, cents: price.cents ?? undefined, hours: price.hours ?? undefined },
    };
  });
}

const FRIDAY = 5;

/**
 * « Semaine du 9 au 13 novembre »; « au 14 » where Saturday has something. A week-end without anything is not named,
 * unless there is nothing else.
 * @param lastTold the last day of the week, 1 to 7, of which something is said
 */
export function weekCaption(dates: readonly Temporal.PlainDate[], lastTold = FRIDAY): string {
  const first = dates[0];
  const last = dates.findLast((date) => date.dayOfWeek <= Math.max(FRIDAY, lastTold)) ?? dates.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("A week without a day");
  if (first.equals(last)) return capitalise(formatDay(first));
  const start = first.month === last.month ? "" : ` ${monthName(first.month)}`;
  return texts.week(
    `${formatDayOfMonth(first)}${start}`,
    `${formatDayOfMonth(last)} ${monthName(last.month)}`,
  );
}

function placeKey(participant: string, unit: string, date: Temporal.PlainDate): string {
  return `${participant} ${unit} ${date.toString()}`;
}
