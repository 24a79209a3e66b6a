import type { SignedInVisit } from "#identity";
import { formatPhone, type Id } from "#kernel";
import type { Reads } from "#platform";

import type { DecidedRequest } from "../deciding/decided-request.ts";
import { filledIn } from "../rules/placeholders.ts";

/** A text that agents write often. */
export interface Reply {
  readonly replyId: Id<"request-reply">;
  /** Null: for every kind. */
  readonly kindId: Id<"request-kind"> | null;
  readonly label: string;
  readonly body: string;
  readonly by: string;
}

const COLUMNS = `id as "replyId", kind_id as "kindId", label, body, by_label as by`;

/** Every canned answer, by name. */
export async function allReplies(reads: Reads): Promise<readonly Reply[]> {
  const replies = await reads.rows<Reply>("requests_replies", `select ${COLUMNS} from request_reply`);
  return byName(replies);
}

/** Those of this kind, and those of every kind. */
export async function repliesFor(reads: Reads, kindId: Id<"request-kind">): Promise<readonly Reply[]> {
  const replies = await reads.rows<Reply>(
    "requests_replies_of_kind",
    `select ${COLUMNS} from request_reply where kind_id = $1 or kind_id is null`,
    [kindId],
  );
  return byName(replies);
}

const byName = (replies: readonly Reply[]) =>
  replies.toSorted((a, b) => a.label.localeCompare(b.label, "fr"));

/** The text of an answer, with what is known of this request in its place. */
export function replyText(
  { body }: Reply,
  { request, submission }: DecidedRequest,
  { name }: SignedInVisit["actor"],
): string {
  return filledIn(body, {
    nom: request.by,
    numero: String(request.number),
    demarche: request.kindLabel,
    service: submission.department,
    telephone: formatPhone(submission.departmentPhone),
    agent: name,
  });
}

/** What an agent writes of a canned answer. */
export type WrittenReply = Pick<Reply, "replyId" | "kindId" | "label" | "body">;

type AgentVisit = Pick<SignedInVisit, "actor" | "database" | "now">;

/** Keeps an answer, new or changed: the form of a new one is sent with the id that it will have. */
export async function writeReply(
  { actor, database, now }: AgentVisit,
  { replyId, kindId, label, body }: WrittenReply,
): Promise<void> {
  await database.write((writes) =>
    writes.run(
      "requests_reply_write",
      `insert into request_reply (id, kind_id, label, body, by_label, at)
       values ($1, (select id from request_kind where id = $2), $3, $4, $5, $6)
       on conflict (id) do update
       set kind_id = excluded.kind_id, label = excluded.label, body = excluded.body, by_label = excluded.by_label,
           at = excluded.at`,
      [replyId, kindId, label, body, actor.name, now.toString()],
    ),
  );
}

/** Takes an answer away; what was written with it stays. False where there is none. */
export function removeReply({ database }: AgentVisit, replyId: Id<"request-reply">): Promise<boolean> {
  return database.write(
    async (writes) =>
      (await writes.run("requests_reply_remove", `delete from request_reply where id = $1`, [replyId])) > 0,
  );
}
