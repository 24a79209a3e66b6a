import type { Visit } from "#identity";
import type { Route } from "#platform";

import { homeRoute } from "./home/route.tsx";

/** The pages of families that compose several capabilities. */
export const portalFamilyRoutes: readonly Route<Visit>[] = [homeRoute];
