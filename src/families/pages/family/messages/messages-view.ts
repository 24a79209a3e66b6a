import type { SignedIn } from "#identity";
import type { Reads } from "#platform";

import { messageWays, type MessageWay } from "../../../consents/channels.ts";
import {
  consentSubjects,
  consentWords,
  type ConsentSubject,
  type ConsentWord,
} from "../../../consents/consents.ts";
import { reachedChildren, type ReachedChild } from "../../../members/children.ts";

/** What « Mes messages et mes accords » is drawn from. */
export interface MessagesView {
  readonly subjects: readonly ConsentSubject[];
  readonly words: readonly ConsentWord[];
  readonly children: readonly ReachedChild[];
  readonly service: MessageWay;
  readonly news: MessageWay;
}

/** An adult's own choices; undefined where the file does not know him or her. */
export async function messagesView(
  reads: Reads,
  reach: NonNullable<SignedIn["guardian"]>,
): Promise<MessagesView | undefined> {
  const ways = await messageWays(reads, [reach.id]);
  const service = ways.find(({ kind }) => kind === "service");
  const news = ways.find(({ kind }) => kind === "news");
  if (service === undefined || news === undefined) return undefined;
  return {
    subjects: await consentSubjects(reads),
    words: await consentWords(reads, [reach.id], reach.withheldIds),
    children: await reachedChildren(reads, reach),
    service,
    news,
  };
}
