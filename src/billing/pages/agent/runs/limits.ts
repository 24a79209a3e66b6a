/** Characters of a reason, or of an answer. */
export const LONGEST_REASON = 500;
/** Characters of why a penalty is not asked: it stands on the invoice. */
export const LONGEST_WAIVER = 300;
/** Oddities of a kind, and payers whose total was carried over, that the page shows. */
export const SHOWN = 100;
/** Payers on a page. */
export const PAYERS = 50;
/** Payers of a draft that are compared with the facts as its page opens: some half a second. */
export const COMPARED_AT_ONCE = 1000;
