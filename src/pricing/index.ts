export { tellSettled } from "./emails/tell-settled.ts";
export { pricingRoutes } from "./pages/routes.ts";
export { CareRates } from "./pages/shared/care-rates.tsx";
export { careRates } from "./psu/household-rates.ts";
export { chargeIncomes, type IncomeOnDay } from "./quotients/charge-incomes.ts";
export type { RateSegment } from "./rules/psu/rate-segments.ts";
export { contractMinutes } from "./rules/psu/contract-months.ts";
export { moreSentence } from "./rules/psu/psu-sentences.fr.ts";
export { countedMinutes } from "./rules/psu/hours.ts";
export type { Absence, CareContract, CareDay, ChargedEvent } from "./rules/tariff/charge-facts.ts";
export { formSource } from "./quotients/quotient-source.ts";
export {
  acceptDeclared,
  declaredLines,
  endDeclared,
  lastSituation,
  type Declared,
} from "./quotients/declared.ts";
export { recordQuotient } from "./quotients/record-quotient.ts";
export { writeLimit } from "./psu/psu-limits.ts";
export { noteIncomeRead } from "./quotients/note-income-read.ts";
export { mayReadIncome } from "./policy.ts";
export { familyQfWarnings, type QfWarning } from "./quotients/family-warnings.ts";
export {
  estimate,
  holeForFamily,
  withoutIncome,
  lateCancellationCost,
  paidByContract,
  withPenalties,
  type Estimate,
  type LateCost,
} from "./estimates/estimate.ts";
export { absencesOf, isAway, type NotedPlace } from "./rules/tariff/absences-of.ts";
export { absenceCost, type AbsenceCost } from "./estimates/absence-cost.ts";
export { asCare } from "./estimates/as-care.ts";
export type { ChargeTariff, KnownFee } from "./estimates/charge-tariffs.ts";
export { knownTariffs, type AllTariffs } from "./estimates/known-tariffs.ts";
export { writeChargeCase } from "./ruleset/write-charge-case.ts";
export { readChargeCase, type ChargeCase } from "./ruleset/charge-case.ts";
export { checkPrices } from "./ruleset/check-prices.ts";
export { priceSections } from "./ruleset/section.ts";
export { tariffAgentRoutes } from "./pages/agent/tariffs/routes.tsx";
export { readPriceSections, writePriceSections } from "./ruleset/stored/stored-sections.ts";
export { feeInFile, tariffInFile } from "./ruleset/tariff-in-file.ts";
export type { ChargeFacts, GivenPrice } from "./rules/tariff/charge-facts.ts";
export { explainLine } from "./rules/tariff/explain.ts";
export type { PenaltyEvent, PriceForm } from "./rules/tariff/grammar.ts";
export { holeSentence } from "./rules/tariff/hole-sentence.ts";
export { givenPrice } from "./rules/tariff/given-price.ts";
export { priceOf } from "./rules/tariff/price-of.ts";
export type { Hole, Price, PriceFact } from "./rules/tariff/price.ts";
export type { Tariff } from "./rules/tariff/tariff.ts";
