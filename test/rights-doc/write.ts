// Run by bin/rights-doc: writes docs/rights.md anew.
import { writeFileSync } from "node:fs";

import { allRoutes, documentPath, rightsDocument } from "./rights-document.ts";

writeFileSync(documentPath, rightsDocument(allRoutes()));
