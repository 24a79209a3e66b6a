import { originOf, type Authority } from "#identity";
import { joinList } from "#kernel";
import type { MessageBlock, NewMessage, NewText } from "#messaging";
import { mobileNumber } from "#messaging";

import { stopCode } from "./stop-code.ts";
import { textBlocks, type TextPiece } from "../rules/text-blocks.ts";
import type { Campaign } from "./campaign.ts";
import { texts } from "./texts.fr.ts";

type Words = Pick<Campaign, "kind" | "subject" | "body" | "sms">;

/** Where a letter leaves from. */
export interface Posting {
  readonly authority: Authority;
  readonly publicUrl: URL;
  readonly at: Temporal.Instant;
}

/** One to whom a campaign is written. */
export interface Recipient {
  readonly recipientId: string;
  readonly address: string;
  readonly names: readonly string[];
}

/** The mail of a campaign to one address. News say how they end, in the mail and to the mail reader (RFC 8058). */
export function campaignMail(
  { authority, publicUrl, at }: Posting,
  { kind, subject, body }: Words,
  { recipientId, address, names }: Recipient,
): NewMessage {
  const stop = stopAddress({ authority, publicUrl }, recipientId);
  const ends: MessageBlock[] =
    kind === "news"
      ? [
          { kind: "paragraph", text: texts.mail.why },
          { kind: "link", label: texts.mail.stop, href: stop },
        ]
      : [{ kind: "paragraph", text: texts.mail.service }];
  return {
    key: messageKey(recipientId),
    to: address,
    subject,
    content: {
      greeting: texts.mail.greeting(joinList(names)),
      blocks: [...blocksOf(body), ...ends],
      signature: texts.mail.signature(authority.name, authority.brand.contact.phone),
    },
    at,
    ...(kind === "news" ? { unsubscribe: stop } : {}),
  };
}

/** The text message of a campaign to one number; undefined for one on which none arrives. */
export function campaignText(
  posting: Posting,
  words: Words,
  { recipientId, address }: Pick<Recipient, "recipientId" | "address">,
): NewText | undefined {
  const to = mobileNumber(address);
  if (to === undefined) return undefined;
  return { key: messageKey(recipientId), to, text: textOf(posting, words, recipientId), at: posting.at };
}

/** What a telephone shows; news end with the address that stops them. */
export const textOf = (
  where: Pick<Posting, "authority" | "publicUrl">,
  { kind, sms }: Pick<Words, "kind" | "sms">,
  recipientId: string,
): string => (kind === "news" ? `${sms} ${texts.sms.stop(stopAddress(where, recipientId))}` : sms);

/** The outbox's key of what is written to a recipient: written twice, it is one message. */
const messageKey = (recipientId: string): string => `campaign:${recipientId}`;

const stopAddress = (
  { authority, publicUrl }: Pick<Posting, "authority" | "publicUrl">,
  recipientId: string,
): string => `${originOf(authority.host, publicUrl)}/arret/${stopCode(recipientId)}`;

/** A text as a mail carries it: its words, with the addresses written out. */
function blocksOf(body: string): MessageBlock[] {
  return textBlocks(body).map((block) => {
    switch (block.kind) {
      case "title":
        return { kind: "paragraph", text: block.text };
      case "list":
        return { kind: "list", items: block.items.map(lineOf) };
      case "paragraph":
        return { kind: "paragraph", text: block.lines.map(lineOf).join("\n") };
    }
  });
}

const lineOf = (pieces: readonly TextPiece[]): string =>
  pieces.map((piece) => (piece.kind === "words" ? piece.text : piece.href)).join("");
