import type { ChildBadgeProps } from "../data/child-badge.tsx";
import type { StateTone } from "../data/state-label.tsx";

/** One line of the grid: what is chosen (« Repas »), for whom. */
export type DayGridRow = {
  label: string;
  /** The activity that the label belongs to, where the person has several. */
  activity?: string | undefined;
  /** Lines of one person follow each other. */
  who: ChildBadgeProps;
  price?: DayGridPrice | undefined;
};

/** What the boxes of a line cost, said once. */
export type DayGridPrice = {
  words: string;
  /** What one costs; left out where nobody can say. */
  cents?: number | undefined;
  /** The number of the fields of hours (`arrivee-2`, `depart-2`) that the price supposes as they were. */
  hours?: number | undefined;
};

/** What a cell offers to do. */
export type DayGridChoice = {
  name: string;
  value: string;
  /** What is saved now. */
  saved: boolean;
  /** What the box shows; differs from `saved` when a page proposes a change. */
  checked: boolean;
  /** What changing the box asks, where it is neither to book nor to cancel: « À mettre sur la liste ». */
  next?: string | undefined;
  /** Counted apart from what is added and removed: a turn on a waiting list asked, or given up. */
  turn?: boolean | undefined;
  /** What is asked with it, from lists elsewhere on the page (`data-tells` names them): « 16 h 30 – 18 h ». */
  told?: { by: number; words: string } | undefined;
  /** Given where an error summary leads to the box. */
  id?: string | undefined;
  /** What it costs, where it is not what the others of its line cost. */
  cents?: number | undefined;
};

export type DayGridCell = {
  tone: Exclude<StateTone, "added" | "removed">;
  /** The state in words: « Réservé », « Complet – vous êtes 3ᵉ sur la liste ». */
  word: string;
  /** Left out when nothing can be done: the drawing of the state takes the place of the box. */
  choice?: DayGridChoice | undefined;
  /** Only what differs from the note of the day. */
  note?: string | undefined;
};

/** 1 is Monday, 7 is Sunday, as in `Temporal.PlainDate.dayOfWeek`. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A day with something to choose: one cell a row, in the order of the rows; null where a row has nothing that day. */
export type OpenDay = {
  weekday: Weekday;
  /** « lundi 9 novembre ». */
  label: string;
  /** Given where a link of another page leads to the day. */
  id?: string | undefined;
  /** Until when it can change. */
  note?: string | undefined;
  /** What is served that day, and where it is told whole. */
  menu?: { label: string; href: string; words: string; warnings: readonly string[] } | undefined;
  /** « Aujourd'hui ». */
  mark?: string | undefined;
  cells: readonly (DayGridCell | null)[];
};

/** A day without: its reason in words. */
export type ClosedDay = {
  weekday: Weekday;
  label: string;
  /** Where the column is folded: « mer. 11 ». */
  shortLabel: string;
  /** « Fermé : Armistice 1918 ». */
  closed: string;
  /** A week-end: not shown on a telephone, where the next week follows anyway. */
  quiet?: boolean | undefined;
};

export type DayGridDay = OpenDay | ClosedDay;

export type DayGridWeek = {
  /** « Semaine du 9 au 13 novembre ». */
  caption: string;
  /** Words of the line that opens a week folded away because it is over; left out, the week is shown. */
  folded?: string | undefined;
  days: readonly DayGridDay[];
};

/** What the words of a state give way to once its box is changed. */
export type DayGridWords = { added: string; removed: string };
