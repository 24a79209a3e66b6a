import type { Reads, Writes } from "#platform";

import { sameAlerts, USUAL_ALERTS, type AlertRule } from "../../rules/alert-rule.ts";
import type { WrittenBookingSections } from "../sections.ts";
import { texts } from "./texts.fr.ts";

/** What is said of alerts from a day on. */
export interface DatedAlerts {
  readonly validFrom: Temporal.PlainDate;
  readonly rule: AlertRule;
}

/** Every version, in the order of their days. */
export async function alertRules(reads: Reads): Promise<readonly DatedAlerts[]> {
  const rows = await reads.rows<AlertRule & { validFrom: Temporal.PlainDate }>(
    "alert_rules",
    `select valid_from as "validFrom", place_offered as "placeOffered", empty_week as "emptyWeek",
            deadline_tonight as "deadlineTonight", week_days as "weekDays", week_hours as "weekHours",
            deadline_hours as "deadlineHours"
     from alert_rule order by valid_from`,
  );
  return rows.map(({ validFrom, ...rule }) => ({ validFrom, rule }));
}

/** What holds on a day. */
export async function alertRuleOn(reads: Reads, on: Temporal.PlainDate): Promise<AlertRule> {
  return rule(await alertRules(reads), on);
}

/**
 * The section of the file on a day; undefined where nothing was ever said. Once something was, what is usual is
 * written too: a file that leaves it out would not bring it back.
 */
export async function readAlerts(
  reads: Reads,
  on: Temporal.PlainDate,
): Promise<WrittenBookingSections["alerts"]> {
  const versions = await alertRules(reads);
  return versions.length === 0 ? undefined : rule(versions, on);
}

/**
 * Sets what is said of alerts from a day on, in place of what was planned later. The file and the agents' page both
 * end here. Says what changes.
 */
export async function writeAlerts(
  writes: Writes,
  wanted: AlertRule,
  from: Temporal.PlainDate,
): Promise<readonly string[]> {
  const stored = await alertRules(writes);
  const later = await writes.run("forget_later_alert_rules", `delete from alert_rule where valid_from > $1`, [
    from.toString(),
  ]);
  const replaced = later > 0 ? [texts.laterAlerts] : [];
  if (sameAlerts(rule(stored, from), wanted)) return replaced;
  await writes.run(
    "set_alert_rule",
    `insert into alert_rule (valid_from, place_offered, empty_week, deadline_tonight, week_days, week_hours,
                             deadline_hours)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (valid_from) do update
       set place_offered = excluded.place_offered, empty_week = excluded.empty_week,
           deadline_tonight = excluded.deadline_tonight, week_days = excluded.week_days,
           week_hours = excluded.week_hours, deadline_hours = excluded.deadline_hours`,
    [
      from.toString(),
      wanted.placeOffered,
      wanted.emptyWeek,
      wanted.deadlineTonight,
      wanted.weekDays,
      wanted.weekHours,
      wanted.deadlineHours,
    ],
  );
  return [...replaced, texts.alerts(wanted)];
}

function rule(versions: readonly DatedAlerts[], on: Temporal.PlainDate): AlertRule {
  const held = versions.findLast(({ validFrom }) => Temporal.PlainDate.compare(validFrom, on) <= 0);
  return held?.rule ?? USUAL_ALERTS;
}
