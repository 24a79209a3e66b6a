import {
  type DayCalendar,
  type DayOffReason,
  type NotCounted,
  capitalise,
  schoolDayOn,
  schoolPeriodName,
  weekdayName,
  whyNotCounted,
} from "#kernel";

/** The days of a season; both included. */
export interface SeasonDays {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  /** Which of its weekdays it opens on. */
  readonly opensOn: OpensOn;
}

/** When an activity opens: the settings that an agent edits. */
export interface OpeningDays extends SeasonDays {
  /** ISO weekdays on which it opens; Monday is 1. */
  readonly weekdays: readonly number[];
}

/** Why a date may open: its weekday, the date itself that was chosen, or not at all. */
export type OpensBy = "weekday" | "chosenDate" | "nothing";

/**
 * School days (a canteen), the holidays (a leisure centre in the holidays), or both (a nursery). Bridge days are of
 * the holidays.
 */
export type OpensOn = "school" | "holidays" | "any";

/** Why a date of the season has no slot. */
export type ClosedReason = DayOffReason | { readonly kind: "schoolTime" };

/** One date of a season. A slot exists on open dates only; a closed one says why in French. */
export type SlotDay = { readonly date: Temporal.PlainDate } & (
  | { readonly kind: "open" }
  | { readonly kind: "closed"; readonly reason: ClosedReason; readonly label: string }
  | { readonly kind: "unknown"; readonly schoolYear: string }
);

const EVERY_WEEKDAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * @rule Les jours d'ouverture d'une activité
 *
 * Une séance est créée chaque jour de la saison où l'activité ouvre : l'un de ses jours de la semaine, ni férié,
 * ni fermé par un agent et, pour une cantine, ni vacances scolaires ni pont. Ce qui n'ouvre que pendant les vacances
 * est fermé les jours d'école. Un jour sans séance dit pourquoi :
 * « Fermé : lundi de Pâques », « Vacances de la Toussaint », le message de la fermeture, « Fermé le mercredi ».
 *
 * Exemple : une cantine ouvre les lundis, mardis, jeudis et vendredis. Le vendredi 16 octobre 2026 est ouvert,
 * le lundi 19 octobre dit « Vacances de la Toussaint », le mercredi 11 novembre dit « Fermé : Armistice 1918 ».
 *
 * Un jour d'ouverture dont le calendrier scolaire n'est pas connu n'est ni ouvert ni fermé : la séance n'est
 * pas créée et l'année à importer est nommée (du 4 juillet 2027 au-delà, zone B : 2027-2028).
 *
 * In: the opening settings and the calendar of the site and activity. Out: every date of the season in order;
 * none when the season ends before it begins.
 */
export function slotDays(opening: OpeningDays, calendar: DayCalendar): readonly SlotDay[] {
  return daysOf(opening, calendar, (date) =>
    opening.weekdays.includes(date.dayOfWeek) ? "weekday" : "nothing",
  );
}

/** The same where what opens is asked date by date. A chosen date opens in the holidays too; only a closure shuts it. */
export function daysOf(
  season: SeasonDays,
  calendar: DayCalendar,
  opensBy: (date: Temporal.PlainDate) => OpensBy,
): readonly SlotDay[] {
  const notCounted = notCountedBy(season.opensOn);
  const days: SlotDay[] = [];
  for (
    let date = season.firstDay;
    Temporal.PlainDate.compare(date, season.lastDay) <= 0;
    date = date.add({ days: 1 })
  ) {
    const by = opensBy(date);
    const verdict = whyNotCounted(calendar, notCounted[by], date);
    if (verdict.kind === "counted")
      days.push(by === "chosenDate" ? { date, kind: "open" } : onCountedDay(season.opensOn, date, calendar));
    else if (verdict.kind === "unknown") days.push({ date, ...verdict });
    else
      days.push({ date, kind: "closed", reason: verdict.reason, label: closedLabel(verdict.reason, date) });
  }
  return days;
}

/** A day that nothing closes is open, but for what opens in the holidays only. */
function onCountedDay(opensOn: OpensOn, date: Temporal.PlainDate, calendar: DayCalendar): SlotDay {
  if (opensOn !== "holidays") return { date, kind: "open" };
  const school = schoolDayOn(calendar.school, date);
  if (school.kind === "off") return { date, kind: "open" };
  if (school.kind === "unknown") return { date, ...school };
  return { date, kind: "closed", reason: { kind: "schoolTime" }, label: "Fermé en période scolaire" };
}

/** What a family reads on a date without a slot. */
function closedLabel(reason: DayOffReason, date: Temporal.PlainDate): string {
  switch (reason.kind) {
    case "publicHoliday":
      return `Fermé : ${reason.name}`;
    case "schoolHoliday":
      return capitalise(schoolPeriodName(reason.period));
    case "closure":
      return reason.closure.message;
    case "weekend":
    case "weekday":
      return `Fermé le ${weekdayName(date.dayOfWeek)}`;
  }
}

function notCountedBy(opensOn: OpensOn): Readonly<Record<OpensBy, NotCounted>> {
  const weekday: NotCounted = {
    saturdays: false,
    sundays: false,
    publicHolidays: true,
    weekdays: [],
    schoolHolidays: opensOn === "school",
    closures: true,
  };
  return {
    weekday,
    nothing: { ...weekday, weekdays: EVERY_WEEKDAY },
    chosenDate: { ...weekday, publicHolidays: false, schoolHolidays: false },
  };
}
