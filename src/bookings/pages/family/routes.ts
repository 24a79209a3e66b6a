import type { Visit } from "#identity";
import type { Route } from "#platform";

import { saveRoute, verifyRoute } from "./confirm/routes.ts";
import { familyEnrolmentRoutes } from "./enrolments/routes.ts";
import { historyRoute } from "./history/route.ts";
import { planningRoute } from "./planning/route.ts";
import { receiptRoute } from "./receipt/route.ts";
import { clearRoute, copyRoute, repeatRoute } from "./tools/routes.ts";

/** What families do with bookings: planning, its tools, receipts, history, enrolments. */
export const bookingsFamilyRoutes: readonly Route<Visit>[] = [
  planningRoute,
  verifyRoute,
  saveRoute,
  repeatRoute,
  copyRoute,
  clearRoute,
  receiptRoute,
  historyRoute,
  ...familyEnrolmentRoutes,
];
