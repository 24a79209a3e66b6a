// Run by bin/rules-doc: writes docs/rules.md anew.
import { writeFileSync } from "node:fs";

import { rulesDocument } from "./rules-document.ts";
import { allRules, documentPath } from "./source-files.ts";

writeFileSync(documentPath, rulesDocument(allRules()));
