import { type DayCalendar, closureOn, type Closure } from "./day-calendar.ts";
import { type EpochDay, toEpochDay, weekdayOf } from "./epoch-day.ts";
import { publicHolidayName } from "./public-holidays.ts";
import { type SchoolPeriod, schoolDay } from "./school-calendar.ts";

/** Which days do not count: a setting of the authority's rule set, never a constant. */
export interface NotCounted {
  readonly saturdays: boolean;
  readonly sundays: boolean;
  readonly publicHolidays: boolean;
  /** ISO weekdays besides (3: no school on Wednesday); Monday is 1, Sunday is 7. */
  readonly weekdays: readonly number[];
  /** School holidays and bridge days of the State's calendar. */
  readonly schoolHolidays: boolean;
  readonly closures: boolean;
}

/** Why a day does not count. The strongest reason is told: a Sunday within the holidays is a holiday. */
export type DayOffReason =
  | { readonly kind: "schoolHoliday"; readonly period: SchoolPeriod }
  | { readonly kind: "publicHoliday"; readonly name: string }
  | { readonly kind: "closure"; readonly closure: Closure }
  | { readonly kind: "weekend" }
  | { readonly kind: "weekday"; readonly weekday: number };

/** Whether a day counts; `unknown` names the school year that must be imported to know. */
export type DayVerdict =
  | { readonly kind: "counted" }
  | { readonly kind: "notCounted"; readonly reason: DayOffReason }
  | { readonly kind: "unknown"; readonly schoolYear: string };

const COUNTED: DayVerdict = { kind: "counted" };
const WEEKEND: DayVerdict = { kind: "notCounted", reason: { kind: "weekend" } };

/**
 * @rule Les jours qui comptent
 *
 * La collectivité choisit les jours qui ne comptent pas : samedis, dimanches, jours fériés, certains jours de
 * la semaine, vacances scolaires et ponts, fermetures. Tous les autres comptent. Quand un jour est écarté
 * pour plusieurs raisons, la plus parlante est donnée : les vacances, puis le jour férié, puis la fermeture,
 * puis le jour de la semaine.
 *
 * Exemple, samedis, dimanches et jours fériés ne comptant pas : le mercredi 11 novembre 2026 ne compte pas
 * (Armistice 1918), le vendredi 15 mai 2026 compte, car un pont n'est pas un jour férié. Si les vacances et
 * les ponts ne comptent pas non plus, le vendredi 15 mai 2026 ne compte pas (pont de l'Ascension).
 *
 * Quand les vacances ne comptent pas et que le calendrier scolaire de ce jour n'est pas connu, la réponse est
 * « inconnu », sauf si une autre raison suffit à écarter le jour.
 */
export function whyNotCounted(
  calendar: DayCalendar,
  notCounted: NotCounted,
  date: Temporal.PlainDate,
): DayVerdict {
  return verdictOf(calendar, notCounted, toEpochDay(date));
}

/** The same for a day in the kernel's own count, for walks over many days. */
export function verdictOf(calendar: DayCalendar, notCounted: NotCounted, day: EpochDay): DayVerdict {
  const school = notCounted.schoolHolidays ? schoolDay(calendar.school, day) : COUNTED;
  if (school.kind === "off")
    return { kind: "notCounted", reason: { kind: "schoolHoliday", period: school.period } };

  const name = notCounted.publicHolidays ? publicHolidayName(day, calendar.holidayZone) : undefined;
  if (name !== undefined) return { kind: "notCounted", reason: { kind: "publicHoliday", name } };

  const closure = notCounted.closures ? closureOn(calendar, day) : undefined;
  if (closure) return { kind: "notCounted", reason: { kind: "closure", closure } };

  const weekday = weekdayOf(day);
  if ((weekday === 6 && notCounted.saturdays) || (weekday === 7 && notCounted.sundays)) return WEEKEND;
  if (notCounted.weekdays.includes(weekday))
    return { kind: "notCounted", reason: { kind: "weekday", weekday } };

  return school.kind === "unknown" ? school : COUNTED;
}
