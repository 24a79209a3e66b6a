export { type OpeningDays, type SlotDay, slotDays } from "./rules/slot-days.ts";
export type { CalendarImport, LineRefusal } from "./school-calendar/calendar-import.ts";
export { readSchoolCalendar } from "./school-calendar/read-school-calendar.ts";
