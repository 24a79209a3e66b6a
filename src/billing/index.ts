export { familyBalances, type PayerBalance } from "./account/family-balances.ts";
export { mayReadBilling } from "./policy.ts";
export { bookedOwed, type PricePlaces } from "./owed/booked-owed.ts";
export { billingHandlers } from "./handlers.ts";
export type { OwedCharge, OwedCharges, UnpointedDay, Unpriced } from "./owed/owed-charges.ts";
export { billingAgentRoutes } from "./pages/agent/routes.ts";
export { billingFamilyRoutes } from "./pages/family/routes.ts";
export type { Payer, PayerOfMonth } from "./rules/owed.ts";
