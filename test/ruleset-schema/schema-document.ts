import { join } from "node:path";

import { projectRoot } from "#platform";
import { z } from "zod";

import { ruleSetSchema } from "../../src/app/ruleset/schema.ts";

/** Where the generated schema lies. */
export const schemaPath = join(projectRoot, "docs", "ruleset.schema.json");

/** The JSON Schema of the rule set's file, in the draft that editors know. */
export function schemaDocument() {
  return z.toJSONSchema(ruleSetSchema, { io: "input", target: "draft-7", reused: "ref" });
}

/** The text of the document. */
export function schemaText(): string {
  return `${JSON.stringify(schemaDocument(), null, 2)}\n`;
}
