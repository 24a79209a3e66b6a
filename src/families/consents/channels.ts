import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { channelsOf, wayOf, type ChosenKind, type Way } from "../rules/message-channels.ts";

/** By what an adult is told, and whether it can arrive. */
export interface MessageWay {
  readonly guardianId: Id<"guardian">;
  readonly kind: ChosenKind;
  readonly way: Way;
  readonly email: string;
  /** A number that can be texted; empty where there is none. */
  readonly phone: string;
}

/** By what these adults are told, kind by kind. */
export async function messageWays(
  reads: Reads,
  guardianIds: readonly Id<"guardian">[],
): Promise<readonly MessageWay[]> {
  const rows = await reads.rows<
    Omit<MessageWay, "way"> & { wanted: boolean; byMail: boolean; bySms: boolean }
  >(
    "families_message_ways",
    `select guardian_id as "guardianId", kind, wanted, by_mail as "byMail", by_sms as "bySms", email, phone
     from families_message_way where guardian_id = any ($1::uuid[])`,
    [guardianIds],
  );
  return rows.map(({ wanted, byMail, bySms, ...row }) => ({ ...row, way: wayOf({ wanted, byMail, bySms }) }));
}

/** Keeps by what an adult wants to be told; « none » leaves the channels as they were, for the day it is taken up again. */
export async function chooseWay(
  writes: Writes,
  guardianId: Id<"guardian">,
  { kind, way }: { kind: ChosenKind; way: Way },
  now: Temporal.Instant,
): Promise<void> {
  if (way === "none") return;
  const { byMail, bySms } = channelsOf(way);
  await writes.run(
    "families_choose_way",
    `insert into channel_choice (guardian_id, kind, by_mail, by_sms, at) values ($1, $2, $3, $4, $5)
     on conflict (guardian_id, kind) do update
     set by_mail = excluded.by_mail, by_sms = excluded.by_sms, at = excluded.at
     where (channel_choice.by_mail, channel_choice.by_sms) <> (excluded.by_mail, excluded.by_sms)`,
    [guardianId, kind, byMail, bySms, now.toString()],
  );
}
