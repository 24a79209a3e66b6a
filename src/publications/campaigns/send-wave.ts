import type { Background, Handler, NightJob } from "#identity";
import { parisDate, type Id } from "#kernel";
import { writeMessages, writeTexts } from "#messaging";
import { formId, type Writes } from "#platform";
import { z } from "zod";

import { campaignMail, campaignText } from "./campaign-letter.ts";
import { dueCampaigns, takeDueCampaign, type Campaign } from "./campaign.ts";
import { queueRecipients } from "./reached.ts";

/** Between two waves of a campaign, in seconds: a little less than the minute of the job, which is never exact. */
const PAUSE_SECONDS = 50;

const campaignDue = z.object({ campaign: formId<"campaign">() });

/** On `publications.campaignDue`: the first wave of what was launched at once. */
export const sendFirstWave =
  (publicUrl: URL): Handler =>
  async (background, facts) => {
    await sendWave(background, publicUrl, campaignDue.parse(facts).campaign);
  };

/** Every minute: the next wave of each campaign whose hour has come. */
export const campaignJob = (publicUrl: URL): NightJob => ({
  name: "publications.campaigns",
  schedule: "* * * * *",
  run: async (background) => {
    const due = await background.database.read((reads) => dueCampaigns(reads, background.now));
    const failures: unknown[] = [];
    for (const id of due) {
      try {
        await sendWave(background, publicUrl, id);
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, "Some campaigns could not be sent");
  },
});

/**
 * One wave: so many of those who wait get their message, in one transaction with the mark that says so. A program that is
 * killed has written the whole wave or nothing of it, and a campaign that is resumed goes on with those who still wait:
 * nobody is written to twice (the outbox knows the key besides). The first wave writes down who they are.
 * @returns how many messages were written; undefined where it was not this campaign's turn
 */
export function sendWave(
  { authority, database, now }: Background,
  publicUrl: URL,
  campaignId: Id<"campaign">,
): Promise<number | undefined> {
  return database.write(async (writes) => {
    const campaign = await takeDueCampaign(writes, campaignId, now);
    if (campaign === undefined) return undefined;
    const { lastWaveAt, queuedAt, perMinute } = campaign;
    if (lastWaveAt !== null && Temporal.Instant.compare(lastWaveAt.add({ seconds: PAUSE_SECONDS }), now) > 0)
      return undefined;
    if (queuedAt === null) await queueRecipients(writes, campaignId, { today: parisDate(now), now });
    const wave = await takeWave(writes, campaignId, perMinute);
    const wanted = await stillWanted(writes, campaign, wave);
    const posting = { authority, publicUrl, at: now };
    const mails = wanted.filter(({ channel }) => channel === "mail");
    await writeMessages(
      writes,
      authority,
      mails.map((recipient) => campaignMail(posting, campaign, recipient)),
    );
    const texted = wanted.filter(({ channel }) => channel === "sms");
    await writeTexts(
      writes,
      authority,
      texted.flatMap((recipient) => campaignText(posting, campaign, recipient) ?? []),
    );
    await markWave(writes, wave, wanted);
    await writes.run(
      "campaign_wave_done",
      `update campaign set last_wave_at = $2, ended_at = case when $3 then $2::timestamptz end where id = $1`,
      [campaignId, now.toString(), wave.length < perMinute],
    );
    return wanted.length;
  });
}

interface WaveRecipient {
  recipientId: string;
  channel: "mail" | "sms";
  address: string;
  names: string[];
  guardianIds: Id<"guardian">[];
}

function takeWave(writes: Writes, campaignId: Id<"campaign">, most: number): Promise<WaveRecipient[]> {
  return writes.rows<WaveRecipient>(
    "campaign_take_wave",
    `select id as "recipientId", channel, address, names, guardian_ids as "guardianIds"
     from campaign_recipient where campaign_id = $1 and state = 'waiting' order by id limit $2`,
    [campaignId, most],
  );
}

/** News are not sent to an address where nobody wants them any more: somebody stopped them since they were queued. */
async function stillWanted(
  writes: Writes,
  { kind }: Campaign,
  wave: readonly WaveRecipient[],
): Promise<readonly WaveRecipient[]> {
  if (kind === "service") return wave;
  const wanting = await writes.rows<{ guardianId: Id<"guardian"> }>(
    "campaign_still_wanting",
    `select guardian_id as "guardianId" from families_message_way
     where guardian_id = any ($1::uuid[]) and kind = 'news' and wanted`,
    [wave.flatMap(({ guardianIds }) => guardianIds)],
  );
  const ids = new Set(wanting.map(({ guardianId }) => guardianId));
  return wave.filter(({ guardianIds }) => guardianIds.some((id) => ids.has(id)));
}

async function markWave(
  writes: Writes,
  wave: readonly WaveRecipient[],
  written: readonly WaveRecipient[],
): Promise<void> {
  const kept = new Set(written);
  await writes.run(
    "campaign_mark_wave",
    `update campaign_recipient r set state = done.state
     from unnest($1::uuid[], $2::text[]) as done (id, state) where r.id = done.id`,
    [
      wave.map(({ recipientId }) => recipientId),
      wave.map((recipient) => (kept.has(recipient) ? "written" : "left_out")),
    ],
  );
}
