import { joinList } from "#kernel";
import { originOf, type Authority } from "#identity";
import { writeMessage, type MessageBlock, type NewMessage } from "#messaging";
import type { Writes } from "#platform";

import type { Recipient } from "./recipients.ts";
import { texts } from "./texts.fr.ts";

/** What a message to a family says, before it is addressed and signed. */
export interface Letter {
  readonly subject: string;
  readonly blocks: readonly MessageBlock[];
}

/** Under what a letter is sent: its key, its instant, and where its links lead. */
export interface Posting {
  readonly authority: Authority;
  /** What the letter is about: « bookings.submitted:<key> »; each recipient's id is added to it. */
  readonly about: string;
  readonly at: Temporal.Instant;
}

/** Writes a letter to one recipient, once however often it is asked. */
export async function post(
  writes: Writes,
  posting: Posting,
  recipient: Recipient,
  letter: Letter,
): Promise<void> {
  await writeMessage(writes, posting.authority, addressed(posting, recipient, letter));
}

/** A letter to one recipient, ready to be written with others. */
export function addressed(
  { authority, about, at }: Posting,
  recipient: Pick<Recipient, "id" | "names" | "email">,
  { subject, blocks }: Letter,
): NewMessage {
  return {
    key: `${about}:${recipient.id}`,
    to: recipient.email,
    subject,
    content: {
      greeting: texts.greeting(joinList(recipient.names)),
      blocks,
      signature: texts.signature(authority.name, authority.brand.contact.phone),
    },
    at,
  };
}

/** The full address of a page of the authority's espace. */
export function addressOf(authority: Authority, publicUrl: URL, path: string): string {
  return `${originOf(authority.host, publicUrl)}${path}`;
}

/** The planning, at the month of the first of these days. */
export function planningAddress(
  authority: Authority,
  publicUrl: URL,
  lines: readonly { readonly date: Temporal.PlainDate }[],
): string {
  const [first] = lines.map((line) => line.date).toSorted(Temporal.PlainDate.compare);
  const month = first === undefined ? "" : `?mois=${first.toPlainYearMonth().toString()}`;
  return addressOf(authority, publicUrl, `/planning${month}`);
}

/** A list with its title; nothing where it is empty. */
export function listOf(title: string, items: readonly string[]): readonly MessageBlock[] {
  return items.length === 0 ? [] : [{ kind: "list", title, items }];
}
