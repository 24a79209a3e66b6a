import { agree, capitalise, countOf, formatDayAndYear, joinList, ofName } from "#kernel";

import { historyActWords, type HistoryAct } from "./history-act.ts";

/** A line of the history, as far as it tells one thing done from another. */
export interface HistoryLine {
  readonly at: Temporal.Instant;
  readonly act: HistoryAct;
  readonly submissionKey: string | null;
  readonly reason: string | null;
  readonly contract: boolean;
  readonly firstName: string;
  readonly unitName: string;
  readonly date: Temporal.PlainDate;
}

/** The lines that one form, one contract or one closing wrote together, in the order in which they come. */
export function historyFacts<Line extends HistoryLine>(
  lines: readonly Line[],
): readonly (readonly [Line, ...Line[]])[] {
  const together = Map.groupBy(
    lines,
    (line) => line.submissionKey ?? `${line.at.toString()} ${line.reason ?? ""}`,
  );
  return [...together.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, ...others] as const],
  );
}

/**
 * What was done together, in one phrase: « Contrat de Rose : 120 jours réservés, du lundi 4 janvier 2027 au vendredi
 * 2 juillet 2027 », « Repas de Lina et Hugo : 4 réservés, 1 annulé, … »
 */
export function historyFactWords(lines: readonly [HistoryLine, ...HistoryLine[]]): string {
  const contract = lines.some((line) => line.contract);
  const names = joinList([...new Set(lines.map(({ firstName }) => firstName))]);
  const units = capitalise(joinList([...new Set(lines.map(({ unitName }) => unitName))]));
  const counts = [...Map.groupBy(lines, ({ act }) => act)].map(([act, own]) =>
    countWords(act, own.length, contract ? agree(own.length, "jour") : ""),
  );
  const dates = lines.map(({ date }) => date).toSorted(Temporal.PlainDate.compare);
  return `${contract ? "Contrat" : units} ${ofName(names)}\u00a0: ${joinList(counts)}, ${spanOf(dates)}`;
}

/** « 120 jours réservés », « 3 annulés », « 2 fois « place gardée » » */
function countWords(act: HistoryAct, count: number, noun: string): string {
  const counted = noun === "" ? `${count}` : `${count} ${noun}`;
  if (act === "booked") return `${counted} ${agree(count, "réservé")}`;
  if (act === "cancelled") return `${counted} ${agree(count, "annulé")}`;
  if (act === "changed") return `${countOf(count, "jour")} aux heures changées`;
  return `${count} fois «\u00a0${historyActWords(act).word.toLocaleLowerCase("fr-FR")}\u00a0»`;
}

function spanOf(dates: readonly Temporal.PlainDate[]): string {
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (first.equals(last)) return `le ${formatDayAndYear(first)}`;
  return `du ${formatDayAndYear(first)} au ${formatDayAndYear(last)}`;
}
