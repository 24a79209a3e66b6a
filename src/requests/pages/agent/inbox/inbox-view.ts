import type { KnownAgent } from "#access";
import type { WaitingDispute } from "#billing";

import type { InboxLine } from "../../../deciding/inbox.ts";
import type { FilterChoices } from "../../../desk/filter-choices.ts";
import type { InboxFilter } from "../../../desk/inbox-filter.ts";
import type { SavedView } from "../../../desk/saved-views.ts";
import type { RequestKind } from "../../../kinds/kind-queries.ts";
import type { texts } from "./texts.fr.ts";

/** What the inbox is drawn from. */
export interface InboxView {
  readonly lines: readonly InboxLine[];
  readonly count: number;
  readonly filter: InboxFilter;
  /** Where the next page begins, as the address writes it; undefined on the last. */
  readonly next: string | undefined;
  /** The list does not begin at its beginning. */
  readonly further: boolean;
  readonly kinds: readonly RequestKind[];
  readonly choices: FilterChoices;
  readonly agents: readonly KnownAgent[];
  readonly views: readonly SavedView[];
  readonly today: Temporal.PlainDate;
  readonly maySetKinds: boolean;
  /** Lines of invoices that wait for an answer: none for who may not answer them, or who looks at something narrower. */
  readonly disputes: readonly WaitingDispute[];
  readonly done: keyof typeof texts.done | undefined;
}
