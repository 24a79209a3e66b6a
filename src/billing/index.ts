export { monthOwed } from "./owed/month-owed.ts";
export { billingHandlers } from "./handlers.ts";
export type { OwedCharge, OwedCharges, UnpointedDay, Unpriced } from "./owed/owed-charges.ts";
export { billingAgentRoutes } from "./pages/agent/routes.ts";
export { billingFamilyRoutes } from "./pages/family/routes.ts";
export type { Payer, PayerOfMonth } from "./rules/owed.ts";
