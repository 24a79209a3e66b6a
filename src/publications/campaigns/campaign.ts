import type { SignedIn } from "#identity";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { namedAudiences, type NamedAudience } from "../audience/audience.ts";
import { mayWriteFor, SEND } from "../policy.ts";
import type { CampaignTimes } from "../rules/campaign-state.ts";

/** A campaign as agents read it. */
export interface Campaign extends CampaignTimes {
  readonly campaignId: Id<"campaign">;
  readonly audienceId: Id<"audience">;
  readonly kind: "service" | "news";
  /** Empty, with `body`, where no mail is sent. */
  readonly subject: string;
  readonly body: string;
  /** Empty where no text message is sent. */
  readonly sms: string;
  readonly perMinute: number;
  readonly version: number;
  readonly createdAt: Temporal.Instant;
  readonly by: string;
}

/** One with whom it is for. */
export type OwnCampaign = Campaign & { readonly audience: NamedAudience };

const COLUMNS = `id as "campaignId", audience_id as "audienceId", kind, subject, body, sms, per_minute as "perMinute",
  version, created_at as "createdAt", by_label as by, send_at as "sendAt", queued_at as "queuedAt",
  stopped_at as "stoppedAt", ended_at as "endedAt", given_up as "givenUp"`;

/** Those that this agent may send or read of, the last written first, `most` at once. */
export async function ownCampaigns(reads: Reads, actor: SignedIn, most: number): Promise<OwnCampaign[]> {
  const all = await reads.rows<Campaign>(
    "campaigns_list",
    `select ${COLUMNS} from campaign order by created_at desc, id limit $1`,
    [most],
  );
  const audiences = await namedAudiences(
    reads,
    all.map(({ audienceId }) => audienceId),
  );
  return all.flatMap((campaign) => {
    const audience = audiences.get(campaign.audienceId);
    if (audience === undefined || !mayWriteFor(actor, SEND, audience)) return [];
    return [{ ...campaign, audience }];
  });
}

/** One that this agent may send; undefined for another's, as for one that does not exist. */
export async function ownCampaign(
  reads: Reads,
  actor: SignedIn,
  id: Id<"campaign">,
): Promise<OwnCampaign | undefined> {
  const found = await reads.row<Campaign>("campaign_by_id", `select ${COLUMNS} from campaign where id = $1`, [
    id,
  ]);
  if (found === undefined) return undefined;
  const audience = (await namedAudiences(reads, [found.audienceId])).get(found.audienceId);
  if (audience === undefined || !mayWriteFor(actor, SEND, audience)) return undefined;
  return { ...found, audience };
}

/** The same, held until the transaction ends: agents and waves change it one after the other. */
export async function lockCampaign(
  writes: Writes,
  actor: SignedIn,
  id: Id<"campaign">,
): Promise<OwnCampaign | undefined> {
  await writes.rows("campaign_lock", `select id from campaign where id = $1 for update`, [id]);
  return ownCampaign(writes, actor, id);
}

/** A campaign whose turn it is, held until the wave ends; undefined where another worker has it in hand. */
export function takeDueCampaign(
  writes: Writes,
  id: Id<"campaign">,
  now: Temporal.Instant,
): Promise<(Campaign & { readonly lastWaveAt: Temporal.Instant | null }) | undefined> {
  return writes.row(
    "campaign_take_due",
    `select ${COLUMNS}, last_wave_at as "lastWaveAt" from campaign
     where id = $1 and send_at <= $2 and stopped_at is null and ended_at is null
     for update skip locked`,
    [id, now.toString()],
  );
}

/** The campaigns whose turn it is, the longest waiting first. */
export async function dueCampaigns(reads: Reads, now: Temporal.Instant): Promise<Id<"campaign">[]> {
  const due = await reads.rows<{ id: Id<"campaign"> }>(
    "campaigns_due",
    `select id from campaign where send_at <= $1 and stopped_at is null and ended_at is null order by send_at, id`,
    [now.toString()],
  );
  return due.map(({ id }) => id);
}
