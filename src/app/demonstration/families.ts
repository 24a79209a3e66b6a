import {
  applyOndeImport,
  extractionOf,
  generateFamilies,
  writeExtraction,
  type GeneratedFamily,
} from "#families";
import type { SchemaDatabase } from "#platform";

import type { DemonstrationCanteen } from "./canteens.ts";
import { benali, carpentier, duhamel, lefebvreInQuend, lefebvreInRue, roger } from "./known-families.ts";

const KNOWN: Readonly<Record<string, (startYear: number) => readonly GeneratedFamily[]>> = {
  Rue: (startYear) => [
    ...lefebvreInRue(startYear),
    ...benali(startYear),
    ...roger(startYear),
    ...carpentier(startYear),
  ],
  Quend: lefebvreInQuend,
  "Crécy-en-Ponthieu": duhamel,
};

/**
 * Invents the families of a school, always the same, and imports them as a technician would import the extraction
 * of the school register.
 */
export async function importFamilies(
  database: SchemaDatabase,
  { commune, postcode, school, children }: DemonstrationCanteen,
  { seed, schoolYear, at }: { seed: number; schoolYear: string; at: Temporal.Instant },
): Promise<void> {
  const startYear = Number(schoolYear.slice(0, 4));
  const families = [
    ...(KNOWN[commune]?.(startYear) ?? []),
    ...generateFamilies({ seed, children, startYear, commune: { name: commune, postcode } }),
  ];
  const outcome = await applyOndeImport(
    database,
    {
      files: writeExtraction(extractionOf(families)),
      schoolName: `${school} – ${commune}`,
      schoolYear,
      at,
    },
    {
      legalBasis: "Démonstration : données inventées",
      accountId: null,
      byLabel: "Démonstration",
    },
  );
  if ("code" in outcome || outcome.state !== "applied") {
    throw new Error(`The demonstration's families of ${commune} were not imported`);
  }
}
