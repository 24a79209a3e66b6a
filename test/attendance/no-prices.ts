import type { BesidesPlaces } from "#attendance";

/** Nothing is charged besides places. */
export const noPrices: BesidesPlaces = {
  ofHouseholds: () => Promise.resolve([]),
  ofFamily: () => Promise.resolve({ charged: [], longer: [] }),
};
