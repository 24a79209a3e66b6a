import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { toldUnasked } from "../rules/alert-rule.ts";
import { ALERT_KINDS, type AlertKind } from "../rules/alert-rule.ts";
import { alertRuleOn } from "../ruleset/stored/stored-alerts.ts";

/** Which alerts an adult wants. */
export type AlertChoices = Readonly<Record<AlertKind, boolean>>;

/** What a guardian has chosen, and what holds where nothing was. */
export async function alertChoices(
  reads: Reads,
  guardianId: Id<"guardian">,
  today: Temporal.PlainDate,
): Promise<AlertChoices> {
  const rule = await alertRuleOn(reads, today);
  const rows = await reads.rows<{ kind: AlertKind; wanted: boolean }>(
    "alert_choices",
    `select kind, wanted from alert_choice where guardian_id = $1`,
    [guardianId],
  );
  const chosen = new Map(rows.map(({ kind, wanted }) => [kind, wanted]));
  const choice = (kind: AlertKind) => chosen.get(kind) ?? toldUnasked(rule, kind);
  return {
    place_offered: choice("place_offered"),
    empty_week: choice("empty_week"),
    deadline_tonight: choice("deadline_tonight"),
  };
}

/** Where a guardian's letters go; empty where no address is known. */
export async function alertAddress(reads: Reads, guardianId: Id<"guardian">): Promise<string> {
  const row = await reads.row<{ email: string }>(
    "alert_address",
    `select email from families_guardian_card where guardian_id = $1 limit 1`,
    [guardianId],
  );
  return row?.email ?? "";
}

/** Keeps what a guardian wants, kind by kind. */
export async function chooseAlerts(
  writes: Writes,
  guardianId: Id<"guardian">,
  wanted: ReadonlySet<AlertKind>,
  now: Temporal.Instant,
): Promise<void> {
  await writes.run(
    "choose_alerts",
    `insert into alert_choice (guardian_id, kind, wanted, at)
     select $1, choice.kind, choice.wanted, $4
     from unnest($2::text[], $3::boolean[]) as choice (kind, wanted)
     on conflict (guardian_id, kind) do update set wanted = excluded.wanted, at = excluded.at`,
    [guardianId, ALERT_KINDS, ALERT_KINDS.map((kind) => wanted.has(kind)), now.toString()],
  );
}

/** A guardian who can be written to and wants an alert. */
export interface WantingGuardian {
  guardianId: Id<"guardian">;
  name: string;
  email: string;
  householdIds: readonly Id<"household">[];
  /** The children for whom he or she may not act. */
  withheldIds: readonly Id<"participant">[];
}

/** Those who want to be told of this kind; with `among`, of these guardians only. */
export async function guardiansWanting(
  reads: Reads,
  kind: AlertKind,
  today: Temporal.PlainDate,
  among: readonly Id<"guardian">[] | null = null,
): Promise<readonly WantingGuardian[]> {
  const unasked = toldUnasked(await alertRuleOn(reads, today), kind);
  return reads.rows<WantingGuardian>(
    "guardians_wanting_alert",
    `select g.guardian_id as "guardianId", g.first_name || ' ' || g.last_name as name, g.email,
            array_agg(g.household_id order by g.household_id) as "householdIds",
            array(select w.participant_id from families_withheld_authority w
                  where w.guardian_id = g.guardian_id order by w.participant_id) as "withheldIds"
     from families_guardian_card g
     left join alert_choice c on c.guardian_id = g.guardian_id and c.kind = $1
     where g.email <> '' and coalesce(c.wanted, $2) and ($3::uuid[] is null or g.guardian_id = any ($3))
     group by g.guardian_id, g.first_name, g.last_name, g.email
     order by g.guardian_id`,
    [kind, unasked, among],
  );
}

/** How many adults who can be written to have left a kind without a choice: the authority's settings hold for them. */
export async function guardiansWithoutChoice(reads: Reads): Promise<number> {
  const row = await reads.row<{ count: number }>(
    "guardians_without_choice",
    `select count(*)::int as count
     from (select distinct guardian_id from families_guardian_card where email <> '') g
     where (select count(*) from alert_choice c where c.guardian_id = g.guardian_id) < $1`,
    [ALERT_KINDS.length],
  );
  return row?.count ?? 0;
}
