export { noteDay, type WantedNote } from "./day/note-day.ts";
export { noteBilledMonth } from "./facts/billed-month.ts";
export { attendanceFacts, type AttendanceFact } from "./facts/attendance-facts.ts";
export { daysToNote, type UnitDay } from "./month/month-days.ts";
export { attendanceRoutes } from "./pages/routes.ts";
