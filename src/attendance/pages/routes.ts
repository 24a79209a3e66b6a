import type { Visit } from "#identity";
import type { Route } from "#platform";

import { notingRoutes } from "./agent/day/routes.tsx";
import type { BesidesPlaces } from "../supplements/charged-besides.ts";
import { noteHistoryRoute } from "./agent/history/route.tsx";
import { monthRoute } from "./agent/month/route.tsx";
import { proofRoutes } from "./agent/proof/routes.tsx";
import { roundingRoutes } from "./agent/rounding/routes.tsx";
import { supplementRoutes } from "./agent/supplements/routes.tsx";
import { attendedRoute } from "./family/attended/route.tsx";

/** Agents note who came; families read it. `prices` says what is charged besides places. */
export const attendanceRoutes = (prices: BesidesPlaces): readonly Route<Visit>[] => [
  monthRoute,
  ...roundingRoutes,
  ...notingRoutes(prices),
  noteHistoryRoute,
  ...proofRoutes,
  ...supplementRoutes,
  attendedRoute(prices),
];
