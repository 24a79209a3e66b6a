import type { Vault } from "#documents";
import type { Visit } from "#identity";
import type { Route } from "#platform";

import { editorRoutes } from "./agent/kinds/editor-routes.tsx";
import { inboxRoute } from "./agent/inbox/route.tsx";
import { kindRoutes } from "./agent/kinds/routes.tsx";
import { requestRoutes } from "./agent/one/routes.tsx";
import { fillingRoutes } from "./family/filling/routes.tsx";
import { followRoutes } from "./family/follow/routes.tsx";
import { listRoutes } from "./family/list/routes.tsx";

/** The requests of families, and the agents who answer them. */
export const requestsRoutes = (vault: Vault): readonly Route<Visit>[] => [
  ...listRoutes,
  ...fillingRoutes(vault),
  ...followRoutes,
  inboxRoute,
  ...requestRoutes,
  ...kindRoutes,
  ...editorRoutes,
];
