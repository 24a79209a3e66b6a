import type { Visit } from "#identity";
import type { Route } from "#platform";

import { activationRoutes } from "./pages/agent/activation-routes.ts";
import { anomalyRoutes } from "./pages/agent/anomaly-routes.ts";
import { paidRoutes } from "./pages/agent/paid-routes.ts";
import { reportRoutes } from "./pages/agent/report-routes.ts";
import { refundRequestRoutes } from "./pages/agent/refund-requests/routes.ts";
import { deskRoutes } from "./pages/agent/desk/routes.ts";
import { settingsRoutes } from "./pages/agent/settings-routes.ts";
import { advanceRoutes } from "./pages/family/advance/routes.ts";
import { attemptRoutes } from "./pages/family/attempt-routes.ts";
import { basketRoutes } from "./pages/family/basket/routes.ts";
import { confirmRoutes } from "./pages/family/confirm-routes.ts";
import { outsideRoutes } from "./pages/outside/routes.ts";
import type { GatewayOf } from "./settings/setting.ts";

/** Every page and every address of payments. */
export function paymentsRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [
    ...confirmRoutes(gatewayOf),
    ...basketRoutes(gatewayOf),
    ...advanceRoutes(gatewayOf),
    ...attemptRoutes(gatewayOf),
    ...outsideRoutes(gatewayOf),
    ...anomalyRoutes(gatewayOf),
    ...paidRoutes,
    ...reportRoutes,
    ...refundRequestRoutes,
    ...settingsRoutes(gatewayOf),
    ...deskRoutes,
    ...activationRoutes(gatewayOf),
  ];
}
