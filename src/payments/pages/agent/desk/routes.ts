import type { Visit } from "#identity";
import type { Route } from "#platform";

import { homeRoute } from "./home-routes.ts";
import { listRoute } from "./list-routes.tsx";
import { receiptRoutes } from "./receipt-routes.ts";
import { settingRoutes } from "./setting-routes.ts";
import { takeRoutes } from "./take-routes.ts";

/** The cash desk. */
export const deskRoutes: readonly Route<Visit>[] = [
  listRoute,
  ...settingRoutes,
  homeRoute,
  ...takeRoutes,
  ...receiptRoutes,
];
