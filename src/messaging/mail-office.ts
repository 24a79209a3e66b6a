import type { FastifyBaseLogger } from "fastify";
import { z } from "zod";

import type { EventHandler, PeriodicJob, SchemaDatabase } from "#platform";

import { deliverMessage } from "./deliver.ts";
import { dueMessages, settle, takeWaiting } from "./outbox.ts";
import { senderOf } from "./sender-address.ts";
import type { Delivery, Transport } from "./transport.ts";

/** What sending needs to know of the authority whose message it is. */
export interface MailContext {
  authority: { name: string; host: string; demonstration: boolean };
  database: SchemaDatabase;
  now: Temporal.Instant;
}

/** What the mail office works with. */
export interface MailSettings {
  /** Where messages leave; without it a demonstration keeps them to be read, and production leaves them waiting. */
  transport: Transport | null;
  /** MAIL_FROM. */
  from: string | null;
  log: FastifyBaseLogger;
}

/** The part of messaging that runs: what `app/` subscribes. */
export interface MailOffice {
  /** For the event `messaging.written`. */
  onWritten: EventHandler<MailContext>;
  /** Tries again what is due: failed attempts, and messages written before a mail server was set. */
  retry: PeriodicJob<MailContext>;
}

/** Messages tried in one run of the retry job, so that no run lasts for ever. */
const MOST_AT_ONCE = 200;

const writtenFacts = z.object({ message: z.uuid() });

/** The handler and the job that send what is written; they open nothing by themselves. */
export function mailOffice(settings: MailSettings): MailOffice {
  return {
    onWritten: async (context, facts) => {
      await handleMessage(settings, context, writtenFacts.parse(facts).message);
    },
    retry: { name: "messaging.retry", schedule: "* * * * *", run: (context) => retryDue(settings, context) },
  };
}

async function retryDue(settings: MailSettings, context: MailContext): Promise<void> {
  if (settings.transport === null && !context.authority.demonstration) return;
  const due = await context.database.read((reads) => dueMessages(reads, context.now, MOST_AT_ONCE));
  for (const id of due) {
    // When the server is away for one message it is away for all: the others keep their attempts.
    if ((await handleMessage(settings, context, id)) === "server-away") return;
  }
}

async function handleMessage(
  { transport, from, log }: MailSettings,
  { authority, database, now }: MailContext,
  id: string,
): Promise<Delivery["kind"] | undefined> {
  if (transport === null) {
    if (authority.demonstration) await keep(database, id, now);
    return undefined;
  }
  const sender = senderOf(from, authority);
  const delivery = await deliverMessage({ database, now, transport, sender, host: authority.host }, id);
  if (delivery !== undefined && delivery.kind !== "accepted") {
    log.warn({ message: id, outcome: delivery.kind, answer: delivery.answer }, "mail not sent");
  }
  return delivery?.kind;
}

/** In a demonstration nothing leaves: the message can be read at /dev/courrier. */
async function keep(database: SchemaDatabase, id: string, now: Temporal.Instant): Promise<void> {
  await database.write(async (writes) => {
    const message = await takeWaiting(writes, id);
    if (message !== undefined)
      await settle(writes, id, { state: "kept", attempts: 0, at: now, answer: null });
  });
}
