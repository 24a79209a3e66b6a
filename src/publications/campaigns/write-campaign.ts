import type { SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { writeJournal, type Writes } from "#platform";

import { namedAudiences, writeAudience, type Audience } from "../audience/audience.ts";
import { mayWriteFor, SEND } from "../policy.ts";
import { campaignState, mayBe } from "../rules/campaign-state.ts";
import { lockCampaign, type Campaign } from "./campaign.ts";

/** What is sent, and how. */
export type CampaignWords = Pick<Campaign, "kind" | "subject" | "body" | "sms" | "perMinute">;

/** Why nothing was written. */
export type CampaignRefusal =
  | { readonly code: "unknown" }
  /** A colleague changed or launched it since the page was shown. */
  | { readonly code: "changed" };

export type Sender = Pick<SignedInVisit, "actor" | "authority" | "database" | "now" | "address">;

/** Writes a draft, which nobody receives. Refuses an audience that is not the agent's; sent twice, it is one. */
export function writeCampaign(
  visit: Sender,
  { campaignId, audience, words }: { campaignId: Id<"campaign">; audience: Audience; words: CampaignWords },
): Promise<Result<Id<"campaign">, CampaignRefusal>> {
  const { actor, database, now } = visit;
  return database.write(async (writes) => {
    await writes.rows(
      "campaign_form_lock",
      "select pg_advisory_xact_lock(hashtextextended('campaign ' || $1, 0))::text as held",
      [campaignId],
    );
    const again = await writes.row("campaign_form_kept", `select from campaign where id = $1`, [campaignId]);
    if (again !== undefined) return ok(campaignId);
    const audienceId = await writeAudience(writes, audience);
    const named = (await namedAudiences(writes, [audienceId])).get(audienceId);
    if (named === undefined || !mayWriteFor(actor, SEND, named)) throw new Error("An audience out of reach");
    const { kind, subject, body, sms, perMinute } = words;
    await writes.run(
      "campaign_draft",
      `insert into campaign (id, audience_id, kind, subject, body, sms, per_minute, version, created_at, by_label)
       values ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)`,
      [campaignId, audienceId, kind, subject, body, sms, perMinute, now.toString(), actor.name],
    );
    await noteCampaign(writes, visit, { act: "publications.campaign-drafted", campaignId });
    return ok(campaignId);
  });
}

/** Changes the words of a draft; a second click says the same and writes nothing. */
export function rewriteCampaign(
  visit: Sender,
  { campaignId, version, words }: { campaignId: Id<"campaign">; version: number; words: CampaignWords },
): Promise<Result<Id<"campaign">, CampaignRefusal>> {
  const { actor, database, now } = visit;
  return database.write(async (writes) => {
    const known = await lockCampaign(writes, actor, campaignId);
    if (known === undefined) return refuse({ code: "unknown" });
    const { kind, subject, body, sms, perMinute } = words;
    const same =
      known.kind === kind &&
      known.subject === subject &&
      known.body === body &&
      known.sms === sms &&
      known.perMinute === perMinute;
    if (same) return ok(campaignId);
    if (known.version !== version || !mayBe("change", campaignState(known, now)))
      return refuse({ code: "changed" });
    await writes.run(
      "campaign_rewrite",
      `update campaign set kind = $2, subject = $3, body = $4, sms = $5, per_minute = $6, version = version + 1
       where id = $1`,
      [campaignId, kind, subject, body, sms, perMinute],
    );
    await noteCampaign(writes, visit, { act: "publications.campaign-changed", campaignId });
    return ok(campaignId);
  });
}

/** The line of the journal about a campaign. */
export function noteCampaign(
  writes: Writes,
  { actor, now, address }: Pick<Sender, "actor" | "now" | "address">,
  {
    act,
    campaignId,
    facts = {},
  }: { act: string; campaignId: Id<"campaign">; facts?: Record<string, unknown> },
): Promise<void> {
  return writeJournal(writes, {
    at: now,
    accountId: actor.accountId,
    byLabel: actor.name,
    act,
    objectKind: "campaign",
    objectId: campaignId,
    facts,
    address,
  });
}
