import type { FastifyBaseLogger } from "fastify";
import { z } from "zod";

import type { EventHandler, PeriodicJob, SchemaDatabase } from "#platform";

import { type Carrier, deliverMessage } from "./deliver.ts";
import { CHANNELS, dueMessages, type Channel } from "./outbox.ts";
import { senderOf } from "./sender-address.ts";
import type { TextTransport } from "./sms-gateway.ts";
import type { Delivery, Transport } from "./transport.ts";

/** What sending needs to know of the authority whose message it is. */
export interface MailContext {
  authority: { name: string; host: string; demonstration: boolean };
  database: SchemaDatabase;
  now: Temporal.Instant;
}

/** What the mail office works with. */
export interface MailSettings {
  /** Where mails leave; without it a demonstration keeps them to be read, and production leaves them waiting. */
  transport: Transport | null;
  /** Where text messages leave; without it, the same. */
  gateway: TextTransport | null;
  /** MAIL_FROM. */
  from: string | null;
  log: FastifyBaseLogger;
}

/** The part of messaging that runs: what `app/` subscribes. */
export interface MailOffice {
  /** For the event `messaging.written`. */
  onWritten: EventHandler<MailContext>;
  /** Tries again what is due: failed attempts, and messages written before a server was set. */
  retry: PeriodicJob<MailContext>;
}

/** Messages of a channel tried in one run of the retry job, so that no run lasts for ever. */
const MOST_AT_ONCE = 200;

const writtenFacts = z.object({ message: z.uuid() });

/** The handler and the job that send what is written; they open nothing by themselves. */
export function mailOffice(settings: MailSettings): MailOffice {
  return {
    onWritten: async (context, facts) => {
      await handleMessage(settings, context, writtenFacts.parse(facts).message);
    },
    retry: {
      name: "messaging.retry",
      schedule: "* * * * *",
      run: async (context) => {
        for (const channel of CHANNELS) await retryDue(settings, context, channel);
      },
    },
  };
}

async function retryDue(settings: MailSettings, context: MailContext, channel: Channel): Promise<void> {
  const { authority, database, now } = context;
  if (carriersOf(settings, context)[channel] === null && !authority.demonstration) return;
  const due = await database.read((reads) => dueMessages(reads, { channel, now, most: MOST_AT_ONCE }));
  for (const id of due) {
    // When the server is away for one message it is away for all: the others keep their attempts.
    if ((await handleMessage(settings, context, id)) === "server-away") return;
  }
}

async function handleMessage(
  settings: MailSettings,
  context: MailContext,
  id: string,
): Promise<Delivery["kind"] | undefined> {
  const { authority, database, now } = context;
  const carriers = carriersOf(settings, context);
  const attempted = await deliverMessage({ database, now, carriers, keeps: authority.demonstration }, id);
  if (attempted === undefined) return undefined;
  const { channel, delivery } = attempted;
  if (delivery.kind !== "accepted") {
    settings.log.warn(
      { message: id, channel, outcome: delivery.kind, answer: delivery.answer },
      "message not sent",
    );
  }
  return delivery.kind;
}

function carriersOf(
  { transport, gateway, from }: MailSettings,
  { authority }: MailContext,
): Readonly<Record<Channel, Carrier | null>> {
  const sender = senderOf(from, authority);
  return {
    mail:
      transport === null
        ? null
        : (message) =>
            transport.deliver({
              messageId: `<${message.id}@${authority.host}>`,
              from: sender,
              to: message.to_address,
              subject: message.subject,
              text: message.body_text,
              html: message.body_html,
              date: message.written_at,
              unsubscribe: message.unsubscribe_url,
            }),
    sms:
      gateway === null
        ? null
        : (message) => gateway.deliver({ id: message.id, to: message.to_address, text: message.body_text }),
  };
}
