export { type CountedBack, type SkippedDays, countBack, nearestCounted } from "./count-back.ts";
export { type Closure, type DayCalendar, dayCalendar } from "./day-calendar.ts";
export { type Result, ok, refuse } from "./decision.ts";
export type { Finding } from "./finding.ts";
export { foldText } from "./fold-text.ts";
export { formatPhone } from "./phone.ts";
export { agree, capitalise, countOf, joinChoices, joinList, ofName, quoted } from "./french.ts";
export { replacedWords } from "./replaced-words.ts";
export {
  formatDateRange,
  formatDay,
  formatBirthDate,
  formatDayAndYear,
  formatDayOfMonth,
  formatMoment,
  formatMonth,
  formatOfMonth,
  formatShortDate,
  formatTime,
  monthName,
  weekdayName,
} from "./french-dates.ts";
export { type Id, parseId } from "./ids.ts";
export {
  type Cents,
  cents,
  formatCents,
  formatDecimal,
  parseEuros,
  signedCents,
  typedEuros,
} from "./money.ts";
export { END_OF_DAY, parisDate, parisDateTime, parisInstant } from "./paris-time.ts";
export { type HolidayZone, publicHolidays } from "./public-holidays.ts";
export {
  type SchoolCalendar,
  type SchoolPeriod,
  type SchoolZone,
  isSummer,
  schoolCalendar,
  schoolCalendarKnownUntil,
  schoolDayOn,
  schoolYearOf,
  yearOfSchoolPeriod,
} from "./school-calendar.ts";
export { NO_SCHOOL, schoolReturn } from "./school-return.ts";
export { schoolPeriodName } from "./school-period-names.ts";
export { stepPhrase } from "./step-phrase.ts";
export { type DayOffReason, type NotCounted, whyNotCounted } from "./working-days.ts";
