import type { Vault } from "#documents";
import type { Visit } from "#identity";
import type { Route } from "#platform";

import type { RightsOf } from "../desk/assign.ts";
import { editorRoutes } from "./agent/kinds/editor-routes.tsx";
import { inboxRoute } from "./agent/inbox/route.tsx";
import { kindRoutes } from "./agent/kinds/routes.tsx";
import { dealRoutes } from "./agent/one/deal-routes.tsx";
import { requestRoutes } from "./agent/one/routes.tsx";
import { certificateRoutes } from "./certificate-routes.ts";
import { fillingRoutes } from "./family/filling/routes.tsx";
import { batchRoutes } from "./agent/batches/routes.tsx";
import { exportRoute } from "./agent/inbox/export-route.ts";
import { workloadRoute } from "./agent/workload/route.tsx";
import { documentKindRoutes } from "./agent/document-kinds/routes.tsx";
import { replyRoutes } from "./agent/replies/routes.tsx";
import { viewRoutes } from "./agent/views/routes.tsx";
import { followRoutes } from "./family/follow/routes.tsx";
import { listRoutes } from "./family/list/routes.tsx";

/** The requests of families, and the agents who answer them. */
export const requestsRoutes = (vault: Vault, rightsOf: RightsOf): readonly Route<Visit>[] => [
  ...listRoutes,
  ...fillingRoutes(vault),
  ...followRoutes,
  ...certificateRoutes,
  inboxRoute(rightsOf),
  exportRoute,
  workloadRoute,
  ...viewRoutes,
  ...batchRoutes,
  ...replyRoutes,
  ...requestRoutes,
  ...dealRoutes(rightsOf),
  ...kindRoutes,
  ...documentKindRoutes,
  ...editorRoutes,
];
