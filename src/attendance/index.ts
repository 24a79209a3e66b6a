export { noteDay, type WantedNote } from "./day/note-day.ts";
export { noteBilledMonth } from "./facts/billed-month.ts";
export { attendanceFacts, type AttendanceFact } from "./facts/attendance-facts.ts";
export { pricedReason, type AbsenceReason } from "./rules/absence-reason.ts";
export { attendedMinutes, type Rounding } from "./rules/attended-minutes.ts";
export { daysToNote, siteDays, type SiteDay, type UnitDay } from "./month/month-days.ts";
export { attendanceRoutes } from "./pages/routes.ts";
export type { BesidesPlaces, ChargedBesides } from "./supplements/charged-besides.ts";
export { dayAddress } from "./pages/agent/day/day-page.tsx";
