export { checkPrices } from "./ruleset/check-prices.ts";
export { pricesSection } from "./ruleset/section.ts";
