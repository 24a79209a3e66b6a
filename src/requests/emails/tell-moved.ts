import { originOf, type Background, type Handler } from "#identity";
import type { Id } from "#kernel";
import { acknowledgementBlocks, writeMessage, type MessageBlock } from "#messaging";
import type { Reads } from "#platform";
import { z } from "zod";

import { receivedRequest } from "../acknowledged.ts";
import { effectOf } from "../effects/effects.ts";
import { requestById, submissionsOf, type StoredRequest } from "../request-queries.ts";
import type { RequestAct } from "../rules/states.ts";
import { numberWords } from "../words.fr.ts";
import { texts } from "./texts.fr.ts";

const movedEvent = z.object({ entry: z.string().regex(/^\d+$/) });

interface Entry {
  readonly requestId: Id<"request">;
  readonly act: RequestAct;
  readonly by: string;
  readonly said: string;
  readonly appeal: string;
}

/** On `requests.moved`: tells whoever asked, at each step that is news to him or her. */
export const tellMoved =
  (publicUrl: URL): Handler =>
  (background, facts) =>
    background.database.write(async (writes) => {
      const { entry: entryId } = movedEvent.parse(facts);
      const entry = await entryOf(writes, entryId);
      const request = entry === undefined ? undefined : await requestById(writes, entry.requestId);
      if (entry === undefined || request === undefined || !isNews(entry.act)) return;
      const email = await addressOf(writes, request);
      if (email === undefined) return;
      const { authority, now } = background;
      const title = `${numberWords(request.number)} : ${request.kindLabel}`;
      await writeMessage(writes, authority, {
        key: `requests.moved:${entryId}`,
        to: email,
        subject: texts.subject[entry.act](title),
        content: {
          greeting: texts.greeting(request.by),
          blocks: [
            ...(await blocksOf(writes, request, { ...entry, act: entry.act })),
            { kind: "link", label: texts.see, href: addressOfPage(background, publicUrl, request) },
          ],
          signature: texts.signature(authority.name, authority.brand.contact.phone),
        },
        at: now,
      });
    });

type News = keyof typeof texts.subject;
const isNews = (act: RequestAct): act is News => Object.hasOwn(texts.subject, act);

const addressOfPage = ({ authority }: Background, publicUrl: URL, { requestId }: StoredRequest): string =>
  `${originOf(authority.host, publicUrl)}/demarches/${requestId}`;

function entryOf(reads: Reads, id: string): Promise<Entry | undefined> {
  return reads.row<Entry>(
    "requests_entry",
    `select request_id as "requestId", act, by_label as by, said, appeal from request_history where id = $1`,
    [id],
  );
}

/**
 * The address in the file, as it is now; that of the account where there is none. Of what is one adult's alone, the
 * account's first: two adults may share the address that the file holds.
 */
async function addressOf(reads: Reads, { requestId, effect }: StoredRequest): Promise<string | undefined> {
  const row = await reads.row<{ email: string | null }>(
    "requests_address",
    `select coalesce(
       (select account.email from identity_open_account account where $2 and account.account_id = r.account_id),
       (select nullif(card.email, '') from families_guardian_card card
        where card.guardian_id = r.guardian_id order by card.household_id = r.household_id desc limit 1),
       (select account.email from identity_open_account account where account.account_id = r.account_id)) as email
     from request r where r.id = $1`,
    [requestId, effectOf(effect).confidential === true],
  );
  return row?.email ?? undefined;
}

const paragraph = (text: string): MessageBlock => ({ kind: "paragraph", text });

async function blocksOf(
  reads: Reads,
  request: StoredRequest,
  { act, by, said, appeal }: Entry & { readonly act: News },
): Promise<readonly MessageBlock[]> {
  const discreet = effectOf(request.effect).discreet;
  // A mail is no place for somebody's health or income: what was said, the espace says.
  const told = (before: string, text: string) =>
    discreet ? [paragraph(texts.discreet)] : text === "" ? [] : [paragraph(before), paragraph(text)];
  switch (act) {
    case "submit":
    case "complete": {
      const submissions = await submissionsOf(reads, request.requestId);
      const [last, first] = [submissions.at(0), submissions.at(-1)];
      if (last === undefined || first === undefined) return [];
      return acknowledgementBlocks(receivedRequest(request, last, first));
    }
    case "take":
      return [paragraph(texts.taken(by))];
    case "ask": {
      const until = request.replyBy === null ? [] : [paragraph(texts.replyBy(request.replyBy))];
      return [...told(texts.asked, said), ...until];
    }
    case "answer":
      return told(texts.answered, said);
    case "accept":
      return [paragraph(texts.accepted), ...told(texts.answered, said)];
    case "refuse":
      return [...told(texts.reason, said), paragraph(texts.appeal), paragraph(appeal)];
    case "withdraw":
      return [paragraph(texts.withdrawn)];
  }
}
