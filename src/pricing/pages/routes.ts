import type { Visit } from "#identity";
import type { Route } from "#platform";

import { householdQuotientRoutes } from "./agent/household/routes.tsx";
import { quotientListRoutes } from "./agent/list/routes.tsx";
import { limitRoutes } from "./agent/psu/limit-routes.tsx";
import { rateRoute } from "./agent/psu/rate-route.tsx";
import { quotientSettingRoutes } from "./agent/setting/routes.tsx";
import { familyQuotientRoutes, onThisPage, type Declaring } from "./family/quotient/routes.tsx";

/** What families and agents do with quotients and resources. */
export const pricingRoutes = (declaring: Declaring = onThisPage): readonly Route<Visit>[] => [
  ...familyQuotientRoutes(declaring),
  ...householdQuotientRoutes,
  ...quotientListRoutes,
  ...quotientSettingRoutes,
  ...limitRoutes,
  rateRoute,
];
