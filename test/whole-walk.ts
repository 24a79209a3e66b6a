/**
 * `PREAU_WHOLE_WALK=1`: the walks that send every wrong value to every field do so without leaving any out
 * (docs/tests.md), and a run is killed twelve times. `npm test` leaves some out.
 */
export const wholeWalk = process.env["PREAU_WHOLE_WALK"] === "1";
