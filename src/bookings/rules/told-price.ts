/** Where hours are chosen, the price of one is told. */
export const ONE_HOUR = 60;
/** A week of school-free days: of a package that is not chosen yet, its price for five days. */
export const DAYS_OF_WEEK = 5;
