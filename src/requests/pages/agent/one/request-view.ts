import type { Id } from "#kernel";
import type { Correction } from "#platform";

import type { DecidedRequest, NamedAnswers } from "../../../deciding/decided-request.ts";
import type { texts } from "../texts.fr.ts";

/** What the page of a request is drawn from. */
export interface RequestView {
  readonly decided: DecidedRequest;
  /** It gave a certificate. */
  readonly certified: boolean;
  readonly names: NamedAnswers;
  readonly today: Temporal.PlainDate;
  /** The agent who reads it. */
  readonly me: Id<"account">;
  /** Canned answers of its kind, filled in for it. */
  readonly replies: readonly { readonly replyId: string; readonly label: string; readonly text: string }[];
  readonly done: keyof typeof texts.one.done | undefined;
  readonly corrections: readonly Correction[];
  /** What was typed, by field, where a form came back. */
  readonly typed: Readonly<Record<string, string>>;
}
