import type { Visit } from "#identity";
import type { Route } from "#platform";

import { closeRoutes } from "./closures/close-routes.ts";
import { reopenRoutes } from "./closures/reopen-routes.tsx";
import { familyPlanningRoutes } from "./family-planning/routes.tsx";
import { kitchenRoute } from "./kitchen/route.tsx";
import { payerRoutes } from "./payers/routes.tsx";
import { siteDayRoutes } from "./site-day/routes.ts";

/** What agents do with bookings. */
export const bookingsAgentRoutes: readonly Route<Visit>[] = [
  ...closeRoutes,
  ...reopenRoutes,
  ...familyPlanningRoutes,
  ...payerRoutes,
  ...siteDayRoutes,
  kitchenRoute,
];
