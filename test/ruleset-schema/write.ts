// Run by bin/ruleset-schema: writes docs/ruleset.schema.json anew.
import { writeFileSync } from "node:fs";

import { schemaPath, schemaText } from "./schema-document.ts";

writeFileSync(schemaPath, schemaText());
