export { closeDays, previewClosing } from "./closing/close-days.ts";
export { liftClosing } from "./closing/lift-closing.ts";
export { setDeadlineRule } from "./deadlines/deadline-rules.ts";
export type { CutOff, DeadlineRule } from "./rules/deadline.ts";
export { alignSlots, type AlignmentReport } from "./slots/align-slots.ts";
export type { Alignment } from "./slots/alignment.ts";
export { followCalendar, followOffer } from "./slots/follow-changes.ts";
export type { SlotsMissing } from "./slots/plan-slots.ts";
export { submitBookings } from "./submit/submit-bookings.ts";
