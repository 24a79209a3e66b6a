import type { Visit } from "#identity";
import type { Route } from "#platform";

import { alertRuleRoutes } from "./alerts/routes.ts";
import { enrolmentForm } from "./enrolment/enrolment-form.tsx";
import { placesForm } from "./places/places-form.tsx";
import { ruleRoutes } from "./rule-routes.tsx";

/** The rules of activities that agents change from a day on. */
export const ruleFormRoutes: readonly Route<Visit>[] = [
  ...ruleRoutes(placesForm),
  ...ruleRoutes(enrolmentForm),
  ...alertRuleRoutes,
];
