import type { UnpointedDay } from "../../../owed/owed-charges.ts";
import type { PaperPrint } from "../../../paper/paper-invoices.ts";
import type { CarriedTotal } from "../../../run/carried.ts";
import type { FoundOddity, OddityCount } from "../../../run/read-oddities.ts";
import type { ActivityTotal, DocumentCount, PayerTotal } from "../../../run/review.ts";
import type { Run } from "../../../run/run.ts";

/** What the review of a run shows. */
export interface RunView {
  readonly run: Run;
  readonly documents: readonly DocumentCount[];
  /** How many of the documents go by post, and how far their file is. */
  readonly onPaper: number;
  readonly print: PaperPrint | undefined;
  readonly activities: readonly ActivityTotal[];
  readonly oddities: readonly (OddityCount & { readonly shown: readonly FoundOddity[] })[];
  readonly unpointed: readonly UnpointedDay[];
  /** What an issued run carried over, for whom. */
  readonly carried: readonly CarriedTotal[];
  readonly payers: readonly PayerTotal[];
  readonly page: number;
  readonly pages: number;
  readonly canWrite: boolean;
  readonly formKey: string;
}
