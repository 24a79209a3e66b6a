import { readFileSync } from "node:fs";
import { join } from "node:path";

import { stringify } from "yaml";
import { z } from "zod";

import type { Authority } from "#identity";
import { parisDate } from "#kernel";
import { projectRoot, type SchemaDatabase } from "#platform";

import { checkText } from "../ruleset/check-text.ts";
import { exportRuleSet } from "../ruleset/export-rule-set.ts";
import { applyRuleSet } from "../ruleset/import-rule-set.ts";
import { readText } from "../ruleset/read-text.ts";
import type { DemonstrationSeason } from "./season.ts";

/** Whose it is, the season of the canteens, who takes it over and when. */
interface Taking {
  authority: Authority;
  season: DemonstrationSeason;
  by: string;
  now: Temporal.Instant;
}

/**
 * Takes over the demonstration's rule set: the services and what everything costs, from its files. The canteens, whose
 * season follows the clock, are in it as they were created, so that one check reads the whole.
 */
export async function applyDemonstrationRuleSet(
  database: SchemaDatabase,
  { authority, season, by, now }: Taking,
): Promise<void> {
  const from = parisDate(now);
  const created = await database.read((reads) =>
    exportRuleSet(reads, { authority: authority.name, on: season.firstDay }),
  );
  const services = sectionsOf("demonstration-services.yaml");
  const canteens = sectionsOf("demonstration-canteens.yaml");
  const file = stringify({
    ...services,
    ...Object.fromEntries(
      SHARED.map((section) => [
        section,
        [created, canteens, services].flatMap((one) => lists.parse(one)[section] ?? []),
      ]),
    ),
  });
  const { ruleSet, findings } = checkText(file);
  if (ruleSet === undefined) throw new Error(`The demonstration's rule set: ${JSON.stringify(findings)}`);
  const applied = await applyRuleSet(database, { authorityId: authority.id, ruleSet, file, from, by, now });
  if (!applied.ok) throw new Error(`The demonstration's rule set: ${JSON.stringify(applied.refusal)}`);
}

/** The sections that more than one of the parts has. */
const SHARED = [
  "sites",
  "activities",
  "deadlines",
  "windows",
  "enrolment",
  "places",
  "prices",
  "penalties",
  "absences",
];
const lists = z.record(
  z.string(),
  z.unknown().transform((value) => (Array.isArray(value) ? value : [])),
);

/** The sections of one of its files, as they are written: they are checked once they stand together. */
function sectionsOf(name: string): Record<string, unknown> {
  const read = readText(readFileSync(join(projectRoot, "reference", name), "utf8"));
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.refusal)}`);
  return z.record(z.string(), z.unknown()).parse(read.value.value);
}
