import type { Visit } from "#identity";
import type { Route } from "#platform";

import { enrolmentRoutes } from "./enrolment-routes.tsx";
import { calledAgents, listRoute, type Asking } from "./list-route.tsx";
import { newRoutes } from "./new-routes.tsx";

/** A family's enrolments: what is open, a new one, its receipt, its end. */
export const familyEnrolmentRoutes = (asking: Asking = calledAgents): readonly Route<Visit>[] => [
  listRoute(asking),
  ...newRoutes,
  ...enrolmentRoutes,
];
