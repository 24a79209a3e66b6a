import type { Visit } from "#identity";
import type { Route } from "#platform";

import { anomalyRoutes } from "./pages/agent/anomaly-routes.ts";
import { deskRoutes } from "./pages/agent/desk/routes.ts";
import { settingsRoutes } from "./pages/agent/settings-routes.ts";
import { attemptRoutes } from "./pages/family/attempt-routes.ts";
import { confirmRoutes } from "./pages/family/confirm-routes.ts";
import { outsideRoutes } from "./pages/outside/routes.ts";
import type { GatewayOf } from "./settings/setting.ts";

/** Every page and every address of payments. */
export function paymentsRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [
    ...confirmRoutes(gatewayOf),
    ...attemptRoutes(gatewayOf),
    ...outsideRoutes(gatewayOf),
    ...anomalyRoutes(gatewayOf),
    ...settingsRoutes(gatewayOf),
    ...deskRoutes,
  ];
}
