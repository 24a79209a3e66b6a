import type { AgeUnmet } from "./age.ts";
import type { AudienceUnmet } from "./audience.ts";
import type { FileUnmet } from "./complete-file.ts";
import type { GroupUnmet } from "./group.ts";
import type { RegularUnmet } from "./regular.ts";
import type { ResidenceUnmet } from "./residence.ts";
import type { SchoolUnmet } from "./school.ts";
import type { SiblingUnmet } from "./sibling.ts";
import type { Span } from "./span.ts";

/** Why a condition is not met, with the facts that say how to meet it. */
export type Unmet =
  | AgeUnmet
  | SchoolUnmet
  | ResidenceUnmet
  | FileUnmet
  | SiblingUnmet
  | AudienceUnmet
  | GroupUnmet
  | RegularUnmet
  /** Each of these alone would do. */
  | { readonly code: "none-of"; readonly of: readonly Unmet[] };

/** On which days of the season a condition holds, and where that is not the whole season, why. */
export interface Verdict<Why extends Unmet = Unmet> {
  readonly days: readonly Span[];
  readonly unmet: readonly Why[];
}

/** What holds on every day of the season, or on none for this reason. */
export function allOrNothing<Why extends Unmet>(season: Span, holds: boolean, why: Why): Verdict<Why> {
  return holds ? { days: [season], unmet: [] } : { days: [], unmet: [why] };
}
