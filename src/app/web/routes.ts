import { attendanceRoutes } from "#attendance";
import { activitiesAgentRoutes, offerAgentRoutes } from "#activities";
import {
  besidesPlaces,
  billingAgentRoutes,
  billingFamilyRoutes,
  contractEstimate,
  monthOwed,
} from "#billing";
import { bookingsAgentRoutes, bookingsFamilyRoutes, offerFacts } from "#bookings";
import { openVault } from "#documents";
import { identityRoutes, type Visit } from "#identity";
import { contactRoutes, familiesRoutes, familyDocumentRoutes } from "#families";
import { devMailRoutes } from "#messaging";
import { paymentsRoutes, settling } from "#payments";
import type { Route } from "#platform";
import {
  agentDayRoute,
  agentDocumentRoutes,
  childHealthRoute,
  familyFileRoute,
  familySearchRoute,
  portalFamilyRoutes,
  publicRoutes,
  troubledMessagesRoute,
} from "#portal";
import { exportRoutes, retentionRoutes } from "#privacy";
import { plannedMenus, publicationRoutes } from "#publications";
import { pricingRoutes, tariffAgentRoutes } from "#pricing";
import { publishedAddress, requestsRoutes } from "#requests";
import { watchdogRoutes } from "#watchdog";

import { demonstrationAccounts, demonstrationPassword } from "../demonstration/index.ts";

import { gatewayOf } from "../gateway-of.ts";
import { rightsOf } from "../roles.ts";
import type { Settings } from "../settings.ts";
import { ruleSetRoutes } from "./rule-set/routes.ts";
import { shortcutsRoute } from "./shortcuts/route.tsx";
import { siteMapRoute } from "./site-map/route.tsx";

/** Every route of the program; the only place that lists them all. */
export function routes(settings: Settings): readonly Route<Visit>[] {
  const vault = openVault(settings.vault);
  const all: Route<Visit>[] = [
    ...portalFamilyRoutes,
    ...publicRoutes,
    ...bookingsFamilyRoutes(
      plannedMenus,
      publishedAddress("absence"),
      publishedAddress("enrolment"),
      contractEstimate,
    ),
    ...billingFamilyRoutes(settling),
    ...paymentsRoutes(gatewayOf),
    ...billingAgentRoutes(monthOwed, settling),
    ...bookingsAgentRoutes(contractEstimate),
    ...attendanceRoutes(besidesPlaces),
    ...activitiesAgentRoutes,
    ...ruleSetRoutes,
    ...offerAgentRoutes(offerFacts),
    ...tariffAgentRoutes,
    agentDayRoute,
    ...watchdogRoutes,
    ...retentionRoutes,
    ...exportRoutes(vault),
    ...publicationRoutes(vault, settings.publicUrl),
    ...familiesRoutes,
    ...contactRoutes({
      publicUrl: settings.publicUrl,
      texting: settings.demonstration || settings.sms !== null,
    }),
    ...familyDocumentRoutes(vault),
    ...requestsRoutes(vault, rightsOf),
    ...pricingRoutes(publishedAddress("quotient")),
    shortcutsRoute,
    siteMapRoute,
    familyFileRoute,
    familySearchRoute,
    troubledMessagesRoute,
    childHealthRoute,
    ...agentDocumentRoutes(vault),
    ...identityRoutes({
      demonstration: { password: demonstrationPassword, accounts: demonstrationAccounts },
      postPaths: () => all.filter(({ method }) => method === "POST").map(({ path }) => path),
    }),
    ...(settings.demonstration ? devMailRoutes : []),
  ];
  return all;
}
