import { ok } from "#kernel";

import type { Effect } from "./effect.ts";

/** Changes nothing: the answer is all that is asked for. */
export const questionEffect: Effect = {
  right: "families.read",
  discreet: false,
  needs: [],
  answered: true,
  known: () => Promise.resolve({}),
  apply: () => Promise.resolve(ok(null)),
};
