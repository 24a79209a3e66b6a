import type { Vault } from "#documents";
import type { Visit } from "#identity";
import type { Route } from "#platform";

import { listRoute } from "./agent/list-route.tsx";
import { oneRoutes } from "./agent/one-routes.ts";
import { writeRoutes } from "./agent/write-routes.tsx";
import { newsRoutes } from "./family/routes.ts";
import { menuRoutes } from "./menus/agent-routes.tsx";
import { familyMenusRoute } from "./menus/family-route.tsx";
import { menuFileRoute } from "./menus/file-routes.tsx";

/** Agents write and see who read; families read and accept; everybody reads what is public. */
export function publicationRoutes(vault: Vault): readonly Route<Visit>[] {
  return [
    listRoute,
    ...writeRoutes,
    ...oneRoutes(vault),
    ...newsRoutes(vault),
    ...menuRoutes,
    menuFileRoute,
    familyMenusRoute,
  ];
}
