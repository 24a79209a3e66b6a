import type { Visit } from "#identity";
import type { Route } from "#platform";

import { noContractPrices, type ContractPricing } from "../../contracts/contract-price.ts";
import { departureRoutes } from "./departures/routes.tsx";
import { agentAbsenceRoutes } from "./absences/routes.tsx";
import { allContractsRoutes } from "./all-contracts/routes.ts";
import { classDayRoutes } from "./class-days/routes.ts";
import { closeRoutes } from "./closures/close-routes.ts";
import { reopenRoutes } from "./closures/reopen-routes.tsx";
import { ruleEditRoutes } from "./deadline-rules/edit-routes.ts";
import { ruleListRoutes } from "./deadline-rules/list-routes.tsx";
import { liftMoveRoutes } from "./deadlines/lift-routes.tsx";
import { monthRoutes } from "./deadlines/month-routes.ts";
import { moveRoutes as deadlineMoveRoutes } from "./deadlines/move-routes.ts";
import { carryOverRoutes } from "./carry-over/routes.tsx";
import { contractRoutes } from "./contracts/routes.ts";
import { agentEnrolmentRoutes } from "./enrolments/routes.ts";
import { familyPlanningRoutes } from "./family-planning/routes.tsx";
import { kitchenRoute } from "./kitchen/route.tsx";
import { listRoutes } from "./lists/routes.ts";
import { occupancyRoutes } from "./occupancy/routes.ts";
import { agreedRoutes } from "./agreed/routes.tsx";
import { heldPlaceRoutes } from "./basket/routes.tsx";
import { payerRoutes } from "./payers/routes.tsx";
import { slotMoveRoutes } from "./slot-moves/routes.tsx";
import { ruleFormRoutes } from "./rule-forms/routes.ts";
import { siteDayRoutes } from "./site-day/routes.ts";
import { windowRoutes } from "./windows/routes.tsx";

/** What agents do with bookings, told what contracts cost. */
export const bookingsAgentRoutes = (pricing: ContractPricing = noContractPrices): readonly Route<Visit>[] => [
  ...classDayRoutes,
  ...closeRoutes,
  ...reopenRoutes,
  ...monthRoutes,
  ...deadlineMoveRoutes,
  ...liftMoveRoutes,
  ...ruleListRoutes,
  ...ruleEditRoutes,
  ...ruleFormRoutes,
  ...familyPlanningRoutes,
  ...agentAbsenceRoutes,
  ...heldPlaceRoutes,
  ...payerRoutes,
  ...agreedRoutes,
  ...departureRoutes,
  ...siteDayRoutes,
  kitchenRoute,
  ...windowRoutes,
  ...listRoutes,
  ...slotMoveRoutes,
  ...occupancyRoutes,
  ...agentEnrolmentRoutes,
  ...contractRoutes(pricing),
  ...allContractsRoutes,
  ...carryOverRoutes,
];
