import type { Visit } from "#identity";
import type { Route } from "#platform";

import { listRoutes } from "./agent/list/routes.tsx";
import { ruleRoutes } from "./agent/setting/routes.tsx";
import { sleepRoutes } from "./agent/sleep/routes.tsx";

/** Agents read what is to be watched, silence it, and say what is watched. */
export const watchdogRoutes: readonly Route<Visit>[] = [...listRoutes, ...ruleRoutes, ...sleepRoutes];
