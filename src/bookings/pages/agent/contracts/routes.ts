import type { Visit } from "#identity";
import type { Route } from "#platform";

import type { ContractPricing } from "../../../contracts/contract-price.ts";
import { endCheckRoute, endFormRoute, endRoute } from "./end-routes.tsx";
import { listRoute } from "./list-route.tsx";
import { checkRoute, formRoute, signRoute } from "./sign-routes.tsx";

/** An agent signs the contracts of a family, told what they cost, changes them and ends them. */
export const contractRoutes = (pricing: ContractPricing): readonly Route<Visit>[] => [
  listRoute,
  formRoute,
  checkRoute(pricing),
  signRoute(pricing),
  endFormRoute,
  endCheckRoute,
  endRoute,
];
