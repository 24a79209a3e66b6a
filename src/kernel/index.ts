export { type Result, ok, refuse } from "./decision.ts";
export { type Id, parseId } from "./ids.ts";
export { type Cents, cents, formatCents } from "./money.ts";
