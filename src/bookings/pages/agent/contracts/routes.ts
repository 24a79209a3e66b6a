import type { Visit } from "#identity";
import type { Route } from "#platform";

import { endCheckRoute, endFormRoute, endRoute } from "./end-routes.tsx";
import { listRoute } from "./list-route.tsx";
import { checkRoute, formRoute, signRoute } from "./sign-routes.tsx";

/** An agent signs the contracts of a family, changes them and ends them. */
export const contractRoutes: readonly Route<Visit>[] = [
  listRoute,
  formRoute,
  checkRoute,
  signRoute,
  endFormRoute,
  endCheckRoute,
  endRoute,
];
