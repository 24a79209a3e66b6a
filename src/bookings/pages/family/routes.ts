import type { Visit } from "#identity";
import type { Route } from "#platform";

import { noContractPrices, type ContractPricing } from "../../contracts/contract-price.ts";
import { noMenus, type MenusOfDays } from "../../planning/day-menus.ts";
import {
  absencesRoute,
  broughtToAgents,
  type Proving,
  sayAbsentRoute,
  takeBackRoute,
} from "./absences/routes.ts";
import { agendaRoute, createAgendaRoute, feedRoute, revokeAgendaRoute } from "./agenda/routes.ts";
import { alertsRoute, chooseAlertsRoute } from "./alerts/routes.tsx";
import { saveRoute, verifyRoute } from "./confirm/routes.ts";
import { contractsRoute } from "./contracts/route.ts";
import { calledAgents, type Asking } from "./enrolments/list-route.tsx";
import { familyEnrolmentRoutes } from "./enrolments/routes.ts";
import { pricesRoute } from "./costs/route.ts";
import { historyRoute } from "./history/route.ts";
import { hoursRoute } from "./hours/route.ts";
import { offersRoute } from "./offers/route.ts";
import { planningRoute } from "./planning/route.ts";
import { receiptRoute } from "./receipt/route.ts";
import { clearRoute, copyRoute, lastYearRoute, repeatRoute } from "./tools/routes.ts";

/**
 * What families do with bookings, told what is served, where a proof is sent, where an enrolment is asked for and what
 * contracts cost: planning, its tools, receipts, history,
 * enrolments.
 */
export const bookingsFamilyRoutes = (
  menus: MenusOfDays = noMenus,
  proving: Proving = broughtToAgents,
  asking: Asking = calledAgents,
  pricing: ContractPricing = noContractPrices,
): readonly Route<Visit>[] => [
  planningRoute(menus),
  verifyRoute,
  saveRoute,
  hoursRoute,
  offersRoute,
  repeatRoute,
  copyRoute,
  lastYearRoute,
  clearRoute,
  absencesRoute(proving),
  sayAbsentRoute(proving),
  takeBackRoute,
  agendaRoute,
  createAgendaRoute,
  revokeAgendaRoute,
  feedRoute,
  alertsRoute,
  chooseAlertsRoute,
  receiptRoute,
  historyRoute,
  contractsRoute(pricing),
  pricesRoute,
  ...familyEnrolmentRoutes(asking),
];
