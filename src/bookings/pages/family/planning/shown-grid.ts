import { capitalise, formatDay, formatDayOfMonth, monthName, parisDate } from "#kernel";
import { childColour, type DayGridRow, type DayGridWeek } from "#platform";

import type { MonthPlanning } from "../../../planning/month-planning.ts";
import type { PlanningLine } from "../../../planning/planning-lines.ts";
import { placeState, possibleAct } from "../../../rules/place-state.ts";
import type { ListedCell } from "../forms/cell-list.ts";
import { dayOfGrid } from "./day-of-grid.ts";
import type { PlanningFor } from "./planning-for.ts";
import type { ShownCell } from "./shown-cell.ts";
import { texts } from "./texts.fr.ts";

/** The month as the page shows it, and the boxes as they were shown, in the order of their positions. */
export interface ShownGrid {
  rows: DayGridRow[];
  weeks: DayGridWeek[];
  boxes: ListedCell[];
}

/** Lays a month out in weeks. Boxes are numbered person by person, so that each id is written once. */
export function shownGrid(
  planning: MonthPlanning,
  now: Temporal.Instant,
  whom: Pick<PlanningFor, "deadlines" | "mayChange">,
): ShownGrid {
  const today = parisDate(now);
  const changeable = new Set(planning.lines.filter((l) => whom.mayChange(l.siteId)).map((l) => l.unitId));
  const boxes: ListedCell[] = [];
  const byPlace = new Map<string, ShownCell>();
  const byPerson = planning.cells.toSorted((a, b) =>
    a.participantId < b.participantId ? -1 : a.participantId > b.participantId ? 1 : 0,
  );
  for (const cell of byPerson) {
    const place = placeState(cell, cell.held, now, today, whom.deadlines);
    const act = changeable.has(cell.unitId) ? possibleAct(place) : null;
    const position = act === null ? null : boxes.length;
    if (act !== null) {
      boxes.push({ participantId: cell.participantId, slotId: cell.slotId, on: act === "cancel" });
    }
    byPlace.set(placeKey(cell.participantId, cell.unitId, cell.date), { ...cell, place, position });
  }
  const cellsOf = (date: Temporal.PlainDate) =>
    planning.lines.map((line) => byPlace.get(placeKey(line.participantId, line.unitId, date)) ?? null);
  const weeks = weeksOf(planning.month).flatMap((dates): DayGridWeek[] => {
    const days = dates.flatMap((date) =>
      dayOfGrid({ date, today, now, cells: cellsOf(date), labels: planning.closedLabels }),
    );
    // A month that begins on a Sunday has no week there.
    if (days.every((day) => "quiet" in day && day.quiet === true)) return [];
    const caption = weekCaption(dates);
    const over = dates.every((date) => Temporal.PlainDate.compare(date, today) < 0);
    return [{ caption, folded: over ? texts.weekOver(caption) : undefined, days }];
  });
  return { rows: rowsOf(planning.lines), weeks, boxes };
}

/** A line of the grid for each line of the planning; what two lines of a person share is told apart. */
function rowsOf(lines: readonly PlanningLine[]): DayGridRow[] {
  const households = new Set(lines.map((line) => line.householdId)).size;
  return lines.map((line) => {
    const namesakes = lines.filter(
      (other) => other.participantId === line.participantId && other.unitName === line.unitName,
    );
    const unit = namesakes.length > 1 ? `${line.unitName} (${line.activityName})` : line.unitName;
    return {
      label: households > 1 ? `${unit}, ${line.householdLabel}` : unit,
      who: {
        name: line.firstName,
        initials: `${line.firstName.charAt(0)}${line.lastName.charAt(0)}`.toLocaleUpperCase("fr-FR"),
        colour: childColour(line.colour - 1),
      },
    };
  });
}

function weeksOf(month: Temporal.PlainYearMonth): Temporal.PlainDate[][] {
  const dates = Array.from({ length: month.daysInMonth }, (_, index) =>
    month.toPlainDate({ day: index + 1 }),
  );
  return [...Map.groupBy(dates, (date) => date.subtract({ days: date.dayOfWeek - 1 }).toString()).values()];
}

/** « Semaine du 9 au 13 novembre »: the week-end is not named, unless there is nothing else. */
function weekCaption(dates: readonly Temporal.PlainDate[]): string {
  const first = dates[0];
  const last = dates.findLast((date) => date.dayOfWeek <= 5) ?? dates.at(-1);
  if (first === undefined || last === undefined) throw new RangeError("A week without a day");
  if (first.equals(last)) return capitalise(formatDay(first));
  return texts.week(formatDayOfMonth(first), `${formatDayOfMonth(last)} ${monthName(last.month)}`);
}

function placeKey(participant: string, unit: string, date: Temporal.PlainDate): string {
  return `${participant} ${unit} ${date.toString()}`;
}
