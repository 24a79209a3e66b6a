export type { OwedCharge, OwedCharges, UnpointedDay, Unpriced } from "./owed/owed-charges.ts";
export type { Payer, PayerOfMonth } from "./rules/owed.ts";
