import { ok, refuse, type Id, type Result } from "#kernel";
import { announce, type Writes } from "#platform";

import { campaignState, mayBe, type CampaignAct, type CampaignState } from "../rules/campaign-state.ts";
import { lockCampaign } from "./campaign.ts";
import { noteCampaign, type CampaignRefusal, type Sender } from "./write-campaign.ts";

/** Whoever has sent what it asked for finds it so: a double click is one act. */
type Steered = Promise<Result<Id<"campaign">, CampaignRefusal>>;

/**
 * Launches a draft, at once or at a moment to come; what is scheduled may be put off or brought forward so.
 * @param at null, or a moment that is over: now
 */
export function launchCampaign(
  visit: Sender,
  campaignId: Id<"campaign">,
  { version, at }: { version: number; at: Temporal.Instant | null },
): Steered {
  const { actor, authority, database, now } = visit;
  return database.write(async (writes) => {
    const known = await lockCampaign(writes, actor, campaignId);
    if (known === undefined) return refuse({ code: "unknown" });
    const state = campaignState(known, now);
    if ((state === "sending" || state === "sent") && at === null && known.version === version)
      return ok(campaignId);
    if (!mayBe("launch", state) || known.version !== version) return refuse({ code: "changed" });
    const from = at === null || Temporal.Instant.compare(at, now) < 0 ? now : at;
    await writes.run("campaign_launch", `update campaign set send_at = $2 where id = $1`, [
      campaignId,
      from.toString(),
    ]);
    await noteCampaign(writes, visit, {
      act: "publications.campaign-launched",
      campaignId,
      facts: { from: from.toString() },
    });
    if (from === now)
      await announce(writes, authority.id, {
        type: "publications.campaignDue",
        facts: { campaign: campaignId },
      });
    return ok(campaignId);
  });
}

/** What steers a campaign that was launched, how it then stands, and the line of the journal. */
const STEERING = {
  unschedule: { done: "draft", act: "publications.campaign-unscheduled" },
  stop: { done: "stopped", act: "publications.campaign-stopped" },
  resume: { done: "sending", act: "publications.campaign-resumed" },
  "give-up": { done: "given-up", act: "publications.campaign-given-up" },
} as const satisfies Partial<Record<CampaignAct, { done: CampaignState; act: string }>>;

type Steering = keyof typeof STEERING;

/** Takes a scheduled campaign back, stops one, resumes it, or gives up what it has not sent. */
export function steerCampaign(visit: Sender, campaignId: Id<"campaign">, steering: Steering): Steered {
  const { actor, authority, database, now } = visit;
  const { done, act } = STEERING[steering];
  return database.write(async (writes) => {
    const known = await lockCampaign(writes, actor, campaignId);
    if (known === undefined) return refuse({ code: "unknown" });
    const state = campaignState(known, now);
    if (state === done) return ok(campaignId);
    if (!mayBe(steering, state)) return refuse({ code: "changed" });
    await write(writes, campaignId, steering, now);
    await noteCampaign(writes, visit, { act, campaignId });
    if (steering === "resume")
      await announce(writes, authority.id, {
        type: "publications.campaignDue",
        facts: { campaign: campaignId },
      });
    return ok(campaignId);
  });
}

async function write(
  writes: Writes,
  id: Id<"campaign">,
  steering: Steering,
  now: Temporal.Instant,
): Promise<void> {
  switch (steering) {
    case "unschedule":
      await writes.run("campaign_unschedule", `update campaign set send_at = null where id = $1`, [id]);
      return;
    case "stop":
      await writes.run("campaign_stop", `update campaign set stopped_at = $2 where id = $1`, [
        id,
        now.toString(),
      ]);
      return;
    case "resume":
      await writes.run("campaign_resume", `update campaign set stopped_at = null where id = $1`, [id]);
      return;
    case "give-up":
      await writes.run(
        "campaign_give_up",
        `update campaign set ended_at = $2, given_up = true where id = $1`,
        [id, now.toString()],
      );
      return;
  }
}
