import type { Visit } from "#identity";
import type { Route } from "#platform";

import { authorityRoutes } from "./agent/authority/routes.tsx";
import { familyConsentsRoute } from "./agent/consents/family-route.tsx";
import { wordingRoutes } from "./agent/consents/wording-routes.tsx";
import { fileCorrectionRoutes } from "./agent/corrections/screens.ts";
import { agentHealthRoutes } from "./agent/health/routes.tsx";
import { guardianRoutes } from "./agent/members/guardian-routes.tsx";
import { householdRoutes } from "./agent/members/household-routes.tsx";
import { participantRoutes } from "./agent/members/participant-routes.tsx";
import { agentPersonRoutes } from "./agent/persons/routes.tsx";
import { territoryRoutes } from "./agent/territory/routes.tsx";
import { familyHealthRoutes } from "./family/health/routes.tsx";
import { messagesRoutes } from "./family/messages/routes.tsx";
import { myFamilyRoute } from "./family/my-family/route.ts";
import { familyPersonRoutes } from "./family/persons/routes.tsx";

/** What families and agents do with households, children, and who may fetch them. */
export const familiesRoutes: readonly Route<Visit>[] = [
  myFamilyRoute,
  ...messagesRoutes,
  ...familyPersonRoutes,
  ...familyHealthRoutes,
  ...householdRoutes,
  ...guardianRoutes,
  ...participantRoutes,
  ...fileCorrectionRoutes,
  ...agentPersonRoutes,
  ...authorityRoutes,
  ...agentHealthRoutes,
  ...territoryRoutes,
  familyConsentsRoute,
  ...wordingRoutes,
];
