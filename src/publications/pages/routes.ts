import type { Vault } from "#documents";
import type { Visit } from "#identity";
import type { Route } from "#platform";

import { listRoute } from "./agent/list-route.tsx";
import { oneRoutes } from "./agent/one-routes.ts";
import { writeRoutes } from "./agent/write-routes.tsx";
import { campaignListRoute } from "./campaigns/list-route.tsx";
import { campaignOneRoutes } from "./campaigns/one-routes.tsx";
import { stopRoutes } from "./campaigns/stop-routes.tsx";
import { campaignWriteRoutes } from "./campaigns/write-routes.tsx";
import { newsRoutes } from "./family/routes.ts";
import { menuRoutes } from "./menus/agent-routes.tsx";
import { familyMenusRoute } from "./menus/family-route.tsx";
import { menuFileRoute } from "./menus/file-routes.tsx";

/**
 * Agents write and see who read; families read and accept; everybody reads what is public.
 * @param publicUrl the origin of the default host, from PUBLIC_URL
 */
export function publicationRoutes(vault: Vault, publicUrl: URL): readonly Route<Visit>[] {
  return [
    listRoute,
    ...writeRoutes,
    ...oneRoutes(vault),
    ...newsRoutes(vault),
    ...menuRoutes,
    menuFileRoute,
    familyMenusRoute,
    campaignListRoute,
    ...campaignWriteRoutes,
    ...campaignOneRoutes(publicUrl),
    ...stopRoutes,
  ];
}
