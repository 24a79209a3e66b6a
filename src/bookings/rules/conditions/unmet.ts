import type { AgeUnmet } from "./age.ts";
import type { AudienceUnmet } from "./audience.ts";
import type { FileUnmet } from "./complete-file.ts";
import type { DocumentUnmet } from "./document.ts";
import type { GroupUnmet } from "./group.ts";
import type { NothingToBook } from "./nothing-to-book.ts";
import type { RegularUnmet } from "./regular.ts";
import type { ResidenceUnmet } from "./residence.ts";
import type { SchoolUnmet } from "./school.ts";
import type { SiblingUnmet } from "./sibling.ts";

/** Why a condition is not met, with the facts that say how to meet it. */
export type Unmet =
  | AgeUnmet
  | SchoolUnmet
  | ResidenceUnmet
  | FileUnmet
  | DocumentUnmet
  | SiblingUnmet
  | AudienceUnmet
  | GroupUnmet
  | RegularUnmet
  | NothingToBook
  /** Each of these alone would do. */
  | { readonly code: "none-of"; readonly of: readonly Unmet[] };
