import { formatPhone, parisDateTime } from "#kernel";

import { withCompanions } from "../../../rules/companions.ts";
import { hoursWords } from "../../../rules/contract/contract-words.ts";
import type { ListedBooking, ListedEnrolment } from "../../../lists/list-of-people.ts";
import type { ListedTurn } from "../../../lists/waiting-list.ts";
import { texts } from "./texts.fr.ts";

/** A day or an instant is written as the page or the file needs it. */
export type ListCell = string | number | Temporal.PlainDate | Temporal.Instant;

/** A list as rows of cells: the same on the page, on paper and in the spreadsheet. */
export interface ListTable {
  columns: readonly string[];
  lines: readonly (readonly ListCell[])[];
  /** Columns of the spreadsheet alone: a page has no room for a site that the activity's name says already. */
  fileOnly: ReadonlySet<string>;
  /** What the list counts, said before it. */
  count: string;
}

/** Who has places: a line for each participant and unit. */
export function bookedTable(rows: readonly ListedBooking[], withPhones: boolean): ListTable {
  const withHours = rows.some(({ hours }) => hours !== null);
  return {
    count: texts.count.reserves(
      people(rows),
      rows.reduce((sum, { places }) => sum + places, 0),
    ),
    fileOnly: new Set([texts.site]),
    columns: [
      texts.lastName,
      texts.firstName,
      texts.className,
      texts.birthDate,
      texts.site,
      texts.activity,
      texts.unit,
      ...(withHours ? [texts.hours] : []),
      texts.dayCount,
      texts.days,
      ...phoneColumns(withPhones),
    ],
    lines: rows.map((row) => [
      row.lastName,
      row.firstName,
      row.className,
      row.birthDate ?? "",
      row.siteName,
      row.activityName,
      withCompanions(row.unitName, row.companions),
      ...(withHours ? [row.hours === null ? "" : hoursWords(row.hours)] : []),
      row.days.length,
      daysOf(row),
      ...phoneCells(row, withPhones),
    ]),
  };
}

/** Who is enrolled: a line for each household's enrolment. */
export function enrolledTable(rows: readonly ListedEnrolment[], withPhones: boolean): ListTable {
  return {
    count: texts.count.inscrits(people(rows), rows.length),
    fileOnly: new Set(),
    columns: [
      texts.lastName,
      texts.firstName,
      texts.className,
      texts.birthDate,
      texts.site,
      texts.activity,
      texts.from,
      texts.until,
      ...phoneColumns(withPhones),
    ],
    lines: rows.map((row) => [
      row.lastName,
      row.firstName,
      row.className,
      row.birthDate ?? "",
      row.siteName,
      row.activityName,
      row.firstDay,
      row.lastDay,
      ...phoneCells(row, withPhones),
    ]),
  };
}

/** Who waits for which slot, in the order in which they are served. */
export function waitingTable(rows: readonly ListedTurn[], withPhones: boolean): ListTable {
  const offered = rows.filter(({ state }) => state === "offered").length;
  return {
    count: texts.count.attente(rows.length - offered, offered),
    fileOnly: new Set([texts.site]),
    columns: [
      texts.lastName,
      texts.firstName,
      texts.day,
      texts.site,
      texts.activity,
      texts.unit,
      texts.rank,
      texts.points,
      texts.asked,
      texts.state,
      ...phoneColumns(withPhones),
    ],
    lines: rows.map((row) => [
      row.lastName,
      row.firstName,
      row.date,
      row.siteName,
      row.activityName,
      withCompanions(row.unitName, row.companions),
      row.rank ?? "",
      row.points,
      row.askedAt,
      row.state === "offered" ? texts.offered(row.answerUntil) : texts.waiting,
      ...phoneCells(row, withPhones),
    ]),
  };
}

/** « 25/11/2026 », « le mercredi 25 novembre à 10 h » */
export function cellOnPage(cell: ListCell): string | number {
  if (cell instanceof Temporal.PlainDate) return texts.date(cell);
  return cell instanceof Temporal.Instant ? texts.moment(cell) : cell;
}

/** « 2026-11-25 », « 2026-11-25 10:00 »: what a spreadsheet sorts, and takes for a day in any language. */
export function cellInFile(cell: ListCell): string {
  if (!(cell instanceof Temporal.Instant)) return String(cell);
  const local = parisDateTime(cell);
  const minute = local.toPlainTime().toString({ smallestUnit: "minute" });
  return `${local.toPlainDate().toString()} ${minute}`;
}

/** « 09/11 10/11 (annoncé absent) » */
function daysOf({ days, absentDays }: ListedBooking): string {
  const isAbsent = (day: Temporal.PlainDate) => absentDays.some((absent) => absent.equals(day));
  return days
    .map((day) => (isAbsent(day) ? texts.absentOn(texts.shortDay(day)) : texts.shortDay(day)))
    .join(" ");
}

function people(rows: readonly { participantId: string }[]): number {
  return new Set(rows.map(({ participantId }) => participantId)).size;
}

const phoneColumns = (withPhones: boolean) => (withPhones ? [texts.adult, texts.phone] : []);

const phoneCells = ({ adult, phone }: { adult: string; phone: string }, withPhones: boolean) =>
  withPhones ? [adult, formatPhone(phone)] : [];
