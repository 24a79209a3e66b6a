import type { QfSetting } from "./qf-setting.ts";

/** What is known when a « quotient » comes. */
export interface Received {
  readonly receivedOn: Temporal.PlainDate;
  /** The day of the situation that it tells: that of the certificate, of the birth. */
  readonly situationOn: Temporal.PlainDate;
  /** Whether the household has one that holds on the day this one comes. */
  readonly hasOne: boolean;
}

/** From when it counts, and which part of the setting says so. */
export interface Effect {
  readonly firstDay: Temporal.PlainDate;
  readonly because: "first" | QfSetting["effect"] | "situation";
}

/**
 * @rule À partir de quand compte un quotient
 *
 * La collectivité choisit : le jour où il arrive, le mois suivant, ou l'année suivante (qui commence le mois de son
 * choix). Sans rétroactivité, un jour déjà passé garde son prix. Avec, il compte dès le jour, le mois ou l'année de la
 * situation qu'il dit. Un foyer qui n'en a aucun de valable n'attend pas le mois suivant, si la collectivité le veut. Un
 * quotient ne compte jamais avant la situation qu'il dit, sauf depuis le début de son mois ou de son année.
 *
 * Exemple : reçu le 10 novembre 2026 pour une situation du 1er octobre. « Le mois suivant » : à partir du 1er décembre
 * 2026. Le même avec rétroactivité : à partir du 1er octobre. « L'année suivante », en janvier : à partir du 1er janvier
 * 2027. Le premier quotient du foyer : à partir du 10 novembre.
 */
export function effectiveFrom(setting: QfSetting, { receivedOn, situationOn, hasOne }: Received): Effect {
  const { effect, yearStartMonth, retroactive, firstAtOnce } = setting;
  const first: Effect | null = firstAtOnce && !hasOne ? { firstDay: receivedOn, because: "first" } : null;
  const ordinary: Effect = { firstDay: nextStart(effect, yearStartMonth, receivedOn), because: effect };
  const forward = first !== null && isBefore(first.firstDay, ordinary.firstDay) ? first : ordinary;
  const past: Effect = { firstDay: startOf(effect, yearStartMonth, situationOn), because: "situation" };
  if (retroactive && isBefore(past.firstDay, forward.firstDay)) return past;
  return isBefore(forward.firstDay, situationOn) ? { firstDay: situationOn, because: "situation" } : forward;
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;

/** The first day of the span (day, month, year) that holds this day. */
function startOf(
  effect: QfSetting["effect"],
  yearStartMonth: number,
  day: Temporal.PlainDate,
): Temporal.PlainDate {
  if (effect === "day") return day;
  if (effect === "month") return day.with({ day: 1 });
  const start = day.with({ month: yearStartMonth, day: 1 });
  return isBefore(day, start) ? start.subtract({ years: 1 }) : start;
}

/** The day itself, or the first day of the next month or year. */
function nextStart(
  effect: QfSetting["effect"],
  yearStartMonth: number,
  day: Temporal.PlainDate,
): Temporal.PlainDate {
  if (effect === "day") return day;
  return startOf(effect, yearStartMonth, day).add(effect === "month" ? { months: 1 } : { years: 1 });
}
