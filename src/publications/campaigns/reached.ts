import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

/** Whom a campaign would reach today, by what. */
export interface Reached {
  readonly households: number;
  /** Households of which one adult at least is reached. */
  readonly reached: number;
  readonly mails: number;
  readonly texts: number;
  /** Adults who do not want it: news that they did not agree to. */
  readonly unwanting: number;
}

/** Counts whom a campaign would reach today: each address once. */
export async function reachedBy(
  reads: Reads,
  campaignId: Id<"campaign">,
  today: Temporal.PlainDate,
): Promise<Reached> {
  const row = await reads.row<Reached>(
    "campaign_reached",
    `select count(distinct household_id)::integer as households,
            count(distinct household_id) filter (where mail is not null or sms is not null)::integer as reached,
            count(distinct mail)::integer as mails, count(distinct sms)::integer as texts,
            count(distinct guardian_id) filter (where not wanted)::integer as unwanting
     from campaign_ways($1, $2::date)`,
    [campaignId, today.toString()],
  );
  return row ?? { households: 0, reached: 0, mails: 0, texts: 0, unwanting: 0 };
}

/** A household that no message reaches. */
export interface Unreached {
  readonly householdId: Id<"household">;
  readonly label: string;
  readonly adults: string;
  /** Every number that the file knows, apart. */
  readonly phones: readonly string[];
}

/**
 * The households for which a campaign is and that no message reaches, by name: as they stood when it left, or as they
 * stand today before that. Nobody is called for news that he or she did not agree to.
 */
export function unreachedBy(
  reads: Reads,
  { campaignId, queuedAt }: { campaignId: Id<"campaign">; queuedAt: Temporal.Instant | null },
  today: Temporal.PlainDate,
): Promise<Unreached[]> {
  return reads.rows<Unreached>(
    "campaign_unreached",
    `with missed as (
       select household_id from campaign_unreached where campaign_id = $1 and $3
       union all
       select household_id from campaign_ways($1, $2::date) where not $3
       group by household_id having bool_or(wanted) and bool_and(mail is null and sms is null)
     )
     select home.household_id as "householdId", home.label,
            string_agg(g.first_name || ' ' || g.last_name, ', ' order by g.last_name, g.first_name) as adults,
            array_remove(array_agg(g.phone_mobile) || array_agg(g.phone_home) || array_agg(g.phone_work), '') as phones
     from missed
     join families_household_card home using (household_id)
     join families_guardian_card g using (household_id)
     group by home.household_id, home.label
     order by home.label, home.household_id`,
    [campaignId, today.toString(), queuedAt !== null],
  );
}

/** Writes down whom a campaign reaches and whom it does not: two statements, however many they are. */
export async function queueRecipients(
  writes: Writes,
  campaignId: Id<"campaign">,
  { today, now }: { today: Temporal.PlainDate; now: Temporal.Instant },
): Promise<void> {
  await writes.run(
    "campaign_queue",
    `insert into campaign_recipient (campaign_id, channel, address, names, guardian_ids)
     select $1, way.channel, way.address, array_agg(distinct way.name order by way.name),
            array_agg(distinct way.guardian_id)
     from campaign_ways($1, $2::date) adult
     cross join lateral (values ('mail', adult.mail, adult.name, adult.guardian_id),
                                ('sms', adult.sms, adult.name, adult.guardian_id))
                        as way (channel, address, name, guardian_id)
     where way.address is not null
     group by way.channel, way.address
     on conflict (campaign_id, channel, address) do nothing`,
    [campaignId, today.toString()],
  );
  await writes.run(
    "campaign_queue_unreached",
    `insert into campaign_unreached (campaign_id, household_id)
     select $1, household_id from campaign_ways($1, $2::date)
     group by household_id having bool_or(wanted) and bool_and(mail is null and sms is null)
     on conflict do nothing`,
    [campaignId, today.toString()],
  );
  await writes.run("campaign_queued", `update campaign set queued_at = $2 where id = $1`, [
    campaignId,
    now.toString(),
  ]);
}

/** How far a campaign has come. */
export interface Progress {
  readonly channel: "mail" | "sms";
  readonly all: number;
  /** Not yet handed to the outbox. */
  readonly waiting: number;
  /** Handed over, and taken by the server (in a demonstration: kept to be read). */
  readonly sent: number;
  readonly refused: number;
  /** Nobody of the address wanted it any more when its turn came. */
  readonly leftOut: number;
}

/** How far a campaign has come, channel by channel. */
export function progressOf(reads: Reads, campaignId: Id<"campaign">): Promise<Progress[]> {
  return reads.rows<Progress>(
    "campaign_progress",
    `select r.channel, count(*)::integer as "all", count(*) filter (where r.state = 'waiting')::integer as waiting,
            count(*) filter (where m.state in ('sent', 'kept'))::integer as sent,
            count(*) filter (where m.state = 'refused')::integer as refused,
            count(*) filter (where r.state = 'left_out')::integer as "leftOut"
     from campaign_recipient r
     left join messaging_message_state m on m.key = 'campaign:' || r.id
     where r.campaign_id = $1
     group by r.channel order by r.channel`,
    [campaignId],
  );
}
