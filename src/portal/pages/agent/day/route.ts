import { agentWith, type Visit } from "#identity";
import { noInput, page, route, type Route } from "#platform";

import { agentDayPage } from "./agent-day-page.tsx";
import { readAgentDay } from "./agent-day.ts";

/** GET /agent: the agent's day. */
export const agentDayRoute: Route<Visit> = route({
  method: "GET",
  path: "/agent",
  access: agentWith("kitchen.read"),
  input: noInput,
  answer: async (visit) => page(agentDayPage(await readAgentDay(visit), visit.actor)),
});
