import type { Visit } from "#identity";
import type { Route } from "#platform";

import { closeRoutes } from "./closures/close-routes.ts";
import { reopenRoutes } from "./closures/reopen-routes.tsx";
import { familyPlanningRoutes } from "./family-planning/routes.tsx";
import { kitchenRoute } from "./kitchen/route.tsx";
import { siteDayRoutes } from "./site-day/routes.ts";
import { windowRoutes } from "./windows/routes.tsx";

/** What agents do with bookings. */
export const bookingsAgentRoutes: readonly Route<Visit>[] = [
  ...closeRoutes,
  ...reopenRoutes,
  ...familyPlanningRoutes,
  ...siteDayRoutes,
  kitchenRoute,
  ...windowRoutes,
];
