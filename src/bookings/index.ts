export { setDeadlineRule } from "./deadlines/deadline-rules.ts";
export type { CutOff, DeadlineRule } from "./rules/deadline.ts";
export { alignSlots, type Alignment, type AlignmentReport } from "./slots/align-slots.ts";
export type { SlotsMissing } from "./slots/plan-slots.ts";
