import type { ListedMessage } from "../../outbox.ts";

const LONGEST = 60;

/** What a list calls a message: its subject, or how a text message begins. */
export function titleOf({ channel, subject, body_text: text }: ListedMessage): string {
  if (channel === "mail") return subject;
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`;
}
