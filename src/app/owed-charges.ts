import { bookedOwed, type OwedCharges } from "#billing";

/**
 * What months owe: the bookings, each with its price. No tariff is kept yet, so that every price is a hole, which the
 * agent reads beside the draft, and which keeps the month from being issued.
 */
export const owedCharges: OwedCharges = bookedOwed(async (_reads, _month, places) =>
  places.map(() => ({ price: { kind: "hole", code: "noTariff" }, priced: {}, attended: null })),
);
