import type { Visit } from "#identity";
import type { Route } from "#platform";

import { familyPlanningRoutes } from "./family-planning/routes.tsx";

/** What agents do with bookings. */
export const bookingsAgentRoutes: readonly Route<Visit>[] = [...familyPlanningRoutes];
