import type { Logger } from "pino";

import { signInAnswer, type Visit } from "#identity";
import type { Assets, Database, WebSettings } from "#platform";

import type { Clock } from "../clock.ts";
import type { Health } from "../health.ts";
import type { Settings } from "../settings.ts";
import { beginVisit } from "./begin.ts";
import { frame, isAgentPath } from "./frame.tsx";
import { routes } from "./routes.ts";

/** What the web server needs, put together from every capability. */
export function webSettings(parts: {
  settings: Settings;
  database: Database;
  log: Logger;
  assets: Assets;
  clock: Clock;
  health: () => Promise<Health>;
}): WebSettings<Visit> {
  const { settings, database, log, assets, clock, health } = parts;
  return {
    routes: routes(settings),
    assets,
    log,
    trustProxy: settings.trustProxy,
    now: clock,
    begin: (arrival) => beginVisit(database, arrival),
    sessionSecret: (visit) => visit.sessionToken,
    render: (content, around) => frame(assets, content, around),
    signIn: signInAnswer,
    health,
    neverWaits: isAgentPath,
  };
}
