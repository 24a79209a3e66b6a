/** Characters of a reason, or of an answer. */
export const LONGEST_REASON = 500;
/** Oddities of a kind that the page shows. */
export const SHOWN = 100;
/** Payers on a page. */
export const PAYERS = 50;
