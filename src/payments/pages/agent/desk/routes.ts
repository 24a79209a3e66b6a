import type { Visit } from "#identity";
import type { Route } from "#platform";

import { closingRoutes } from "./closing-routes.tsx";
import { depositRoutes } from "./deposit-routes.ts";
import { homeRoute } from "./home-routes.ts";
import { journalRoute } from "./journal-routes.tsx";
import { listRoute } from "./list-routes.tsx";
import { receiptRoutes } from "./receipt-routes.ts";
import { registerRoutes } from "./register-routes.tsx";
import { settingRoutes } from "./setting-routes.ts";
import { takeRoutes } from "./take-routes.ts";

/** The cash desk. */
export const deskRoutes: readonly Route<Visit>[] = [
  listRoute,
  ...settingRoutes,
  homeRoute,
  ...takeRoutes,
  ...receiptRoutes,
  journalRoute,
  ...closingRoutes,
  ...depositRoutes,
  ...registerRoutes,
];
