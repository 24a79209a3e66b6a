import type { Visit } from "#identity";
import type { Route } from "#platform";

import { notingRoutes } from "./agent/day/routes.tsx";
import { noteHistoryRoute } from "./agent/history/route.tsx";
import { monthRoute } from "./agent/month/route.tsx";
import { proofRoutes } from "./agent/proof/routes.tsx";
import { roundingRoutes } from "./agent/rounding/routes.tsx";
import { supplementRoutes } from "./agent/supplements/routes.tsx";
import { attendedRoute } from "./family/attended/route.tsx";

/** Agents note who came; families read it. */
export const attendanceRoutes: readonly Route<Visit>[] = [
  monthRoute,
  ...roundingRoutes,
  ...notingRoutes,
  noteHistoryRoute,
  ...proofRoutes,
  ...supplementRoutes,
  attendedRoute,
];
