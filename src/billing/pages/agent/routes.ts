import type { Visit } from "#identity";
import type { Route } from "#platform";

import type { OwedCharges } from "../../owed/owed-charges.ts";
import { agentAccountRoutes } from "./account/route.tsx";
import { certificateAgentRoutes } from "./certificate/routes.tsx";
import { disputeRoutes } from "./disputes/routes.tsx";
import { ruleRoutes } from "./rule/routes.tsx";
import { paperRoutes } from "./runs/paper-routes.ts";
import { runRoutes } from "./runs/routes.ts";

/** What agents do with the billing. */
export function billingAgentRoutes(owed: OwedCharges): readonly Route<Visit>[] {
  return [
    ...agentAccountRoutes,
    ...disputeRoutes,
    ...certificateAgentRoutes,
    ...paperRoutes,
    ...ruleRoutes,
    ...runRoutes(owed),
  ];
}
