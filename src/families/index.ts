export { foldText, nameKey } from "./rules/name-key.ts";
export { searchKey } from "./rules/search-key.ts";
export { extractionOf, writeExtraction } from "./onde/generator/extraction.ts";
export { type GeneratedFamily, generateFamilies, type GeneratorSettings } from "./onde/generator/families.ts";
export {
  applyOndeImport,
  type OndeApplication,
  type OndeInput,
  type OndeOutcome,
  type OndeRefusal,
  planOndeImport,
} from "./onde/import-onde.ts";
export { jsonReport } from "./onde/report/json-report.ts";
export { frenchReport } from "./onde/report/report.ts";
export { searchRoute as familySearchRoute } from "./pages/agent/search/route.tsx";
