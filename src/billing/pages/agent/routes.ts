import type { Visit } from "#identity";
import type { Route } from "#platform";

import type { Settling } from "../../account/settling.ts";
import type { OwedCharges } from "../../owed/owed-charges.ts";
import { agentAccountRoutes } from "./account/route.tsx";
import { advanceRuleRoutes } from "./advance-rule/routes.tsx";
import { careRoutes } from "./care/routes.tsx";
import { certificateAgentRoutes } from "./certificate/routes.tsx";
import { disputeRoutes } from "./disputes/routes.tsx";
import { disputeRuleRoutes } from "./disputes/rule-routes.tsx";
import { givenPriceRoutes } from "./given-prices/routes.ts";
import { ledgerRoutes } from "./ledger/routes.ts";
import { penaltyRoutes } from "./penalties/routes.tsx";
import { ruleRoutes } from "./rule/routes.tsx";
import { paperRoutes } from "./runs/paper-routes.ts";
import { runRoutes } from "./runs/routes.ts";

/** What agents do with the billing; `settling` says what is being paid. */
export function billingAgentRoutes(owed: OwedCharges, settling: Settling): readonly Route<Visit>[] {
  return [
    ...agentAccountRoutes(settling),
    ...ledgerRoutes(settling),
    ...penaltyRoutes(owed),
    ...disputeRuleRoutes,
    ...disputeRoutes(settling),
    ...advanceRuleRoutes,
    ...careRoutes,
    ...certificateAgentRoutes,
    ...paperRoutes(settling),
    ...ruleRoutes,
    ...runRoutes(owed),
    ...givenPriceRoutes(owed),
  ];
}
