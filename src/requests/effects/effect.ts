import type { SignedInVisit } from "#identity";
import type { Id, Result } from "#kernel";
import type { Reads } from "#platform";

import type { Answers, FormStep, Offers } from "../rules/form.ts";

/** For whom something is asked. */
export interface About {
  readonly requestId: Id<"request">;
  readonly householdId: Id<"household">;
  readonly guardianId: Id<"guardian">;
}

/** Why accepting could not do its work; nothing was written. */
export type EffectRefusal =
  /** The file changed while it was being written. */
  | { readonly code: "changed-since" }
  /** What is asked cannot be: the sentence says why, and what to do. */
  | { readonly code: "impossible"; readonly sentence: string };

/** One line of what accepting changes beside the questions themselves: a day of an absence, a quotient with its days. */
export interface Consequence {
  readonly what: string;
  readonly now: string;
  readonly after: string;
}

/** What was sent last, under its number. */
export interface Sent {
  readonly number: number;
  readonly answers: Answers;
  /** When the request was first received, whatever was missing of it. */
  readonly receivedAt: Temporal.Instant;
}

/** Answers that do not go together: the question to put right, and what to write there. */
export interface AnswersFault {
  readonly field: string;
  readonly sentence: string;
}

/** A page of the espace, and what it is called. */
export interface NamedPage {
  readonly href: string;
  readonly label: string;
}

/** What befalls a request, besides being accepted, that its effect may follow. */
export type FollowedAct = "submit" | "complete" | "refuse" | "withdraw";

/** Within the transaction of the decision. */
export type DecidingVisit = Pick<SignedInVisit, "actor" | "authority" | "database" | "now" | "address">;

/** What accepting a request does to the file. */
export interface Effect {
  /** The right of an agent who reads such requests and decides about them, besides `requests.write`. */
  readonly right: string;
  /** Nothing that was asked or decided is told in a mail: the espace says it. */
  readonly discreet: boolean;
  /**
   * What is asked is this adult's alone, and tells what another adult of the household must not read: such a kind is
   * never shared, and asks for no document, which the household would keep.
   */
  readonly confidential?: true;
  /** The documents that it asks for are about days: one that was sent before is offered, and never chosen beforehand. */
  readonly aboutDays?: true;
  /** The questions that it reads: a form without them cannot be published. */
  readonly needs: readonly string[];
  /** Whether the agent writes an answer to accept it: a question has no other effect. */
  readonly answered: boolean;
  /** What the file says today, by question: filled in beforehand, shown beside what is asked. */
  known(reads: Reads, about: About, answers: Answers): Promise<Answers>;
  /** What is known and not asked again, where it is no line of the file that accepting would change. */
  prefilled?(reads: Reads, about: About): Promise<Answers>;
  /** What accepting changes beside the questions; shown to the agent, who decides about nothing else. */
  consequences?(
    reads: Reads,
    about: About,
    sent: Sent,
    visit: Pick<SignedInVisit, "actor" | "now">,
  ): Promise<readonly Consequence[]>;
  /**
   * What may be chosen where a question is of what is offered.
   * @param withheldIds the children over whom whoever reads has no authority
   */
  offers?(
    reads: Reads,
    about: About,
    visit: { readonly now: Temporal.Instant; readonly withheldIds: readonly Id<"participant">[] },
  ): Promise<Offers>;
  /** The pages that these answers call for, after those of the form: the documents that a season asks for. */
  moreSteps?(
    reads: Reads,
    about: About,
    answers: Answers,
    now: Temporal.Instant,
  ): Promise<readonly FormStep[]>;
  /** What is wrong with answers taken together: such a request cannot be sent. */
  fault?(answers: Answers, today: Temporal.PlainDate): AnswersFault | undefined;
  /**
   * What keeps it from being done today, in sentences that say what to do first: told before it is sent, and judged again
   * when it is accepted. Empty where nothing does.
   */
  obstacles?(reads: Reads, about: About, answers: Answers, now: Temporal.Instant): Promise<readonly string[]>;
  /** The page that gives at once what these answers ask for: shown before anybody is asked. */
  instead?(answers: Answers): NamedPage | undefined;
  /** What follows when it is sent, refused or taken back, in the same transaction: a declaration waits, or ends. */
  followed?(
    visit: DecidingVisit,
    about: About,
    move: { readonly act: FollowedAct; readonly said: string; readonly sent: Sent },
  ): Promise<void>;
  /**
   * Does it, by the use case that does it on its own page.
   * @param wanted what was sent
   * @param after what the file says once it is done: what was not changed stays
   */
  apply(
    visit: DecidingVisit,
    about: About,
    said: { readonly wanted: Answers; readonly after: Answers; readonly sent: Sent },
  ): Promise<Result<null, EffectRefusal>>;
}
