import { type Cents, formatDay, formatDayOfMonth, joinList, weekdayName } from "#kernel";
import type { DayGridCell, DayGridDay, Weekday } from "#platform";

import { hoursWords } from "../../../rules/hours.ts";
import { shownTicked } from "../../../rules/planning-changes.ts";
import { lowerFirst } from "../../../rules/line-words.ts";
import { closedWord, placeNote, placeWord } from "../../../rules/place-sentence.ts";
import { possibleAct, type PlaceState } from "../../../rules/place-state.ts";
import type { DayMenu } from "../../../planning/day-menus.ts";
import type { HourLine } from "./hour-lines.ts";
import type { ShownCell } from "./shown-cell.ts";
import { texts } from "./texts.fr.ts";

/** What one day of the grid is made from. */
export interface DayFacts {
  date: Temporal.PlainDate;
  today: Temporal.PlainDate;
  now: Temporal.Instant;
  /** One a line of the planning; null where the line has no slot that day. */
  cells: readonly (ShownCell | null)[];
  labels: ReadonlyMap<string, readonly string[]>;
  /** The lines of the planning whose hours are chosen. */
  hourLines: readonly HourLine[];
  /** What a box costs, where it is not what its line says. */
  apart: ReadonlyMap<ShownCell, Cents>;
  /** What is served that day. */
  menus: readonly DayMenu[];
  /** Whether pages lead to the day: in a week, where each is near. */
  anchored: boolean;
}

const TONES = {
  booked: "on",
  "booked-elsewhere": "on",
  free: "free",
  full: "full",
  waiting: "waiting",
  offered: "waiting",
  missed: "late",
  "not-open-yet": "waiting",
  "window-closed": "late",
  "class-away": "closed",
  closed: "closed",
} as const satisfies Record<PlaceState["kind"], DayGridCell["tone"]>;

/**
 * A day with something to see, or a closed one with its reason. A closed week-end is one line; none is given for the
 * Sunday of a week-end that its Saturday has told.
 */
export function dayOfGrid(facts: DayFacts): DayGridDay[] {
  const { date, cells } = facts;
  const weekday = weekdayOf(date);
  const closed = closedReason(facts);
  if (closed === undefined) return [openDay(facts, weekday)];
  if (weekday === 7 && date.day > 1) return [];
  const quiet = weekday >= 6 && cells.every((cell) => cell === null);
  const shortDay = `${weekdayName(date.dayOfWeek).slice(0, 3)}. ${date.day}`;
  return [
    {
      weekday,
      label: formatDay(date),
      shortLabel: quiet && weekday === 6 ? weekendDays(date) : shortDay,
      closed: quiet ? texts.weekend : closed,
      quiet,
    },
  ];
}

function openDay(
  { date, today, now, cells, hourLines, apart, menus, anchored }: DayFacts,
  weekday: Weekday,
): DayGridDay {
  const chosen = new Map(
    hourLines.filter(({ times }) => times.length > 0).map((hours) => [hours.line, hours] as const),
  );
  const sentences = cells.map((cell, index) => {
    if (cell === null || cell.place.kind === "closed") return "";
    // Where hours are not chosen there are none to change.
    return placeNote(cell.place, chosen.has(index) ? cell : { ...cell, changeUntil: null }, now);
  });
  const note = commonest(sentences.filter((sentence) => sentence !== ""));
  // A day that is over says it once, whatever the deadlines were.
  const over = Temporal.PlainDate.compare(date, today) < 0;
  return {
    weekday,
    label: formatDay(date),
    id: anchored ? `jour-${date.toString()}` : undefined,
    note,
    menu:
      menus.length === 0
        ? undefined
        : {
            label: texts.menu,
            href: `/menus?semaine=${date.toString()}`,
            words: menus.map(({ words }) => words).join(" ; "),
            warnings: menus.flatMap(({ warnings }) => warnings),
          },
    mark: date.equals(today) ? texts.today : undefined,
    cells: cells.map((cell, index) => {
      if (cell === null) return null;
      const own = sentences[index] ?? "";
      const ownNote = over || own === note || own === "" ? undefined : own;
      return gridCell(cell, ownNote, { hours: chosen.get(index), cents: apart.get(cell) });
    }),
  };
}

/** What most of the day's places say; the first of those that are said as often. */
function commonest(sentences: readonly string[]): string | undefined {
  const groups = [...Map.groupBy(sentences, (sentence) => sentence).entries()];
  const [most] = groups.toSorted(([, a], [, b]) => b.length - a.length);
  return most?.[0];
}

/**
 * @param note its own deadline, where it differs from the day's
 * @param hours those that the box takes
 * @param cents what it costs, where it is not what its line says
 */
function gridCell(
  cell: ShownCell,
  note: string | undefined,
  { hours, cents }: { hours: HourLine | undefined; cents: Cents | undefined },
): DayGridCell {
  const act = possibleAct(cell.place);
  const saved = act !== null && shownTicked({ act });
  const next = act === "wait" || act === "leave" || act === "accept" ? texts.next[act] : undefined;
  return {
    tone: TONES[cell.place.kind],
    word: wordOf(cell),
    note,
    choice:
      cell.position === null
        ? undefined
        : {
            name: "voulu",
            value: `${cell.position}`,
            saved,
            checked: saved,
            next,
            cents,
            turn: act === "wait" || act === "leave",
            told:
              saved || hours === undefined ? undefined : { by: hours.line, words: hoursWords(hours.usual) },
          },
  };
}

function wordOf(cell: ShownCell): string {
  const word = cell.place.kind === "booked" && cell.saidAbsent ? texts.saidAbsent : placeWord(cell.place);
  const told = cell.withPackage !== null && cell.place.kind !== "closed";
  return told ? `${word}, ${texts.withPackage[cell.withPackage ?? "week"]}` : word;
}

/** « Fermé le mercredi et hors saison »; a name keeps its capital. */
function closedWords(labels: readonly string[]): string {
  return joinList(
    labels.map((label, index) =>
      index > 0 && /^(Hors saison|Fermé )/.test(label) ? lowerFirst(label) : label,
    ),
  );
}

/** Why the whole day has nothing: the reason of its slots when all are closed, else that of the calendar. */
function closedReason({ date, cells, labels }: DayFacts): string | undefined {
  const slots = cells.filter((cell) => cell !== null);
  if (slots.length === 0) return closedWords(labels.get(date.toString()) ?? []) || texts.nothingOffered;
  const reasons = new Set(slots.map((cell) => (cell.place.kind === "closed" ? cell.place.because : null)));
  const [only] = reasons;
  return reasons.size === 1 && typeof only === "string" ? closedWord(only) : undefined;
}

function weekendDays(saturday: Temporal.PlainDate): string {
  const sunday = saturday.add({ days: 1 });
  return sunday.month === saturday.month ? `${saturday.day}–${sunday.day}` : formatDayOfMonth(saturday);
}

function weekdayOf(date: Temporal.PlainDate): Weekday {
  const weekday = ([1, 2, 3, 4, 5, 6, 7] as const).find((day) => day === date.dayOfWeek);
  if (weekday === undefined) throw new RangeError(`No such weekday: ${date.dayOfWeek}`);
  return weekday;
}
