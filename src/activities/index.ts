export { calendarAt, calendarSetting, loadCalendar } from "./calendar/authority-calendar.ts";
export { chooseCalendar } from "./calendar/change-calendar.ts";
export { importSchoolCalendar } from "./calendar/import-school-calendar.ts";
export { missingSchoolYears } from "./calendar/missing-years.ts";
export { periodsToConfirm } from "./calendar/periods-to-confirm.ts";
export { readSchoolPeriods } from "./calendar/school-periods.ts";
export {
  closuresFrom,
  findClosure,
  liftClosure,
  recordClosure,
  sameClosure,
  type ClosureCard,
  type NewClosure,
} from "./closures/closures.ts";
export type { ActivityOffer, OfferedSeason, OfferedUnit, Opening } from "./offer/activity-offer.ts";
export { knownOffer, type KnownOffer } from "./offer/known-offer.ts";
export { openingsOfUnit } from "./offer/openings-of-unit.ts";
export { activityOffer } from "./offer/read-offer.ts";
export { createActivity } from "./offer/create-activity.ts";
export { changeSeason, createSeason } from "./offer/seasons.ts";
export { allSites, createSite, findSite, type Site } from "./offer/sites.ts";
export { changedFacts } from "./pages/agent/offer/check/change-facts.ts";
export { applyOffer, type OfferPreview } from "./ruleset/apply.ts";
export { checkOffer } from "./ruleset/check/check-offer.ts";
export { readOffer } from "./ruleset/read.ts";
export { offerSections, type OfferDocument } from "./ruleset/schema.ts";
export { mayWrite as mayWriteOffer, offerWriter } from "./pages/agent/offer/policy.ts";
export { recordRuleSet, ruleSetFile, ruleSetVersions, type RuleSetVersion } from "./ruleset/versions.ts";
export { capacitiesOn, type PlacesShared } from "./rules/capacities-on.ts";
export { placesOfDay } from "./rules/day-places.ts";
export { codeFrom } from "./rules/code.ts";
export { unitDays, type UnitDay } from "./rules/unit-days.ts";
export type { OfferFacts } from "./offer/offer-facts.ts";
export { offerAgentRoutes } from "./pages/agent/offer/routes.ts";
export { activitiesAgentRoutes } from "./pages/agent/calendar/routes.ts";
export { scopeFindings, type NamedOffer } from "./ruleset/named-scope.ts";
export { readSchoolCalendar } from "./school-calendar/read-school-calendar.ts";
export { csvLines } from "./school-calendar/csv-lines.ts";
