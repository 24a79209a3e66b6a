export { calendarAt, calendarSetting, loadCalendar } from "./calendar/authority-calendar.ts";
export { chooseCalendar } from "./calendar/change-calendar.ts";
export { dayStates } from "./calendar/day-states.ts";
export { importSchoolCalendar } from "./calendar/import-school-calendar.ts";
export { missingSchoolYears } from "./calendar/missing-years.ts";
export { readSchoolPeriods } from "./calendar/school-periods.ts";
export {
  closuresFrom,
  findClosure,
  liftClosure,
  recordClosure,
  sameClosure,
  type ClosureCard,
  type NewClosure,
} from "./closures/closures.ts";
export {
  activityOffer,
  type ActivityOffer,
  type OfferedSeason,
  type OfferedUnit,
  type Opening,
} from "./offer/activity-offer.ts";
export { createActivity } from "./offer/create-activity.ts";
export { changeSeason, createSeason } from "./offer/seasons.ts";
export { allSites, createSite, findSite, type Site } from "./offer/sites.ts";
export { slotDays, type OpeningDays } from "./rules/slot-days.ts";
export { activitiesAgentRoutes } from "./pages/agent/calendar/routes.ts";
