import type { Visit } from "#identity";
import type { Route } from "#platform";

import { absencesRoute, sayAbsentRoute } from "./absences/routes.ts";
import { saveRoute, verifyRoute } from "./confirm/routes.ts";
import { historyRoute } from "./history/route.ts";
import { planningRoute } from "./planning/route.ts";
import { receiptRoute } from "./receipt/route.ts";
import { clearRoute, copyRoute, lastYearRoute, repeatRoute } from "./tools/routes.ts";

/** What families do with bookings: planning, its tools, receipts, history. */
export const bookingsFamilyRoutes: readonly Route<Visit>[] = [
  planningRoute,
  verifyRoute,
  saveRoute,
  repeatRoute,
  copyRoute,
  lastYearRoute,
  clearRoute,
  absencesRoute,
  sayAbsentRoute,
  receiptRoute,
  historyRoute,
];
