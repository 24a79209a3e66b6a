import { join } from "node:path";

import { projectRoot } from "#platform";

/** The program as it was built: what a process of its own beside it is begun from. */
export const programFile = join(projectRoot, "dist", "preau.js");
