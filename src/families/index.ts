export { extractionOf, writeExtraction } from "./onde/generator/extraction.ts";
export { type GeneratedFamily, generateFamilies } from "./onde/generator/families.ts";
export { applyOndeImport, type OndeOutcome, planOndeImport } from "./onde/import-onde.ts";
export { jsonReport } from "./onde/report/json-report.ts";
export { frenchReport } from "./onde/report/report.ts";
export { searchRoute as familySearchRoute } from "./pages/agent/search/route.tsx";
