import type { Id } from "#kernel";

import type { UnpointedDay } from "../../../owed/owed-charges.ts";
import type { PaperPrint } from "../../../paper/paper-invoices.ts";
import type { CarriedTotal } from "../../../run/carried.ts";
import type { ChoiceNotKept } from "../../../run/left-out.ts";
import type { Moved } from "../../../run/moved-since.ts";
import type { FoundOddity, OddityCount } from "../../../run/read-oddities.ts";
import type { ActivityTotal, DocumentCount, PayerTotal } from "../../../run/review.ts";
import type { Run } from "../../../run/run.ts";
import type { WaitedBefore } from "../../../run/waited-before.ts";

/** What the review of a run shows. */
export interface RunView {
  readonly run: Run;
  readonly documents: readonly DocumentCount[];
  /** How many of the documents go by post, and how far their file is. */
  readonly onPaper: number;
  readonly print: PaperPrint | undefined;
  readonly activities: readonly ActivityTotal[];
  readonly oddities: readonly (OddityCount & { readonly shown: readonly FoundOddity[] })[];
  /** Whom the facts have left behind since the draft; null for nobody; unknown where the month is too large to look. */
  readonly moved: Moved | "unknown" | null;
  /** What was left out of the draft before, and is not left out of this one. */
  readonly notKept: readonly ChoiceNotKept[];
  /** The run of the month that is not issued yet, where there is one. */
  readonly open: Id<"run"> | undefined;
  readonly unpointed: readonly UnpointedDay[];
  /** What waited since other runs, on these bills or not. */
  readonly waited: WaitedBefore;
  /** What an issued run carried over, for whom. */
  readonly carried: readonly CarriedTotal[];
  readonly payers: readonly PayerTotal[];
  readonly page: number;
  readonly pages: number;
  readonly canWrite: boolean;
  readonly formKey: string;
}
