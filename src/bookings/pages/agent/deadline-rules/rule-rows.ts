import type { ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Reads } from "#platform";

import { readDeadlineRules, type DeadlineRules } from "../../../deadlines/deadline-rules.ts";
import { writeDeadlineRule } from "../../../deadlines/rule-format.ts";
import type { DeadlineAct } from "../../../rules/deadline-sentence.ts";
import { ruleSentence } from "../../../rules/deadline/rule-sentence.ts";
import { ACTS, type WrittenRule } from "../../../ruleset/stored/deadline-table.ts";

/** A rule in force or to come: what it is about, what it says and from when. */
export interface RuleRow {
  readonly activityId: Id<"activity">;
  readonly activityName: string;
  readonly unit: { readonly unitId: Id<"unit">; readonly name: string } | null;
  readonly season: { readonly seasonId: Id<"season">; readonly name: string } | null;
  /** Those for which it is the same, from the same day on. */
  readonly acts: readonly DeadlineAct[];
  readonly rule: WrittenRule;
  readonly sentence: string;
  readonly validFrom: Temporal.PlainDate;
  readonly toCome: boolean;
}

/** The rules of some activities that decide today or will, in the order of the activities, the general ones first. */
export async function ruleRows(
  reads: Reads,
  activities: readonly ActivityOffer[],
  today: Temporal.PlainDate,
): Promise<readonly RuleRow[]> {
  const stored = await readDeadlineRules(
    reads,
    activities.map(({ activityId }) => activityId),
    today,
  );
  return activities.flatMap((activity) => rowsOf(activity, stored, today));
}

function rowsOf(
  { activityId, activityName, units, seasons }: ActivityOffer,
  { rules }: DeadlineRules,
  today: Temporal.PlainDate,
): readonly RuleRow[] {
  const single = ACTS.flatMap((act) => {
    const ofAct = rules.get(`${activityId} ${act}`) ?? [];
    const scopes = Map.groupBy(ofAct, ({ unitId, seasonId }) => `${unitId} ${seasonId}`);
    return [...scopes.values()].flatMap((versions) => {
      const later = versions.filter(({ validFrom }) => isLater(validFrom, today));
      const held = versions.find(({ validFrom }) => !isLater(validFrom, today));
      return [...(held === undefined ? [] : [held]), ...later.toReversed()].map((version) => ({
        act,
        ...version,
      }));
    });
  });
  const alike = Map.groupBy(single, ({ unitId, seasonId, validFrom, rule }) =>
    JSON.stringify([unitId, seasonId, validFrom.toString(), writeDeadlineRule(rule)]),
  );
  return [...alike.values()]
    .flatMap((same): readonly RuleRow[] => {
      const [one] = same;
      if (one === undefined) return [];
      const unit = units.find(({ unitId }) => unitId === one.unitId) ?? null;
      const season = seasons.find(({ seasonId }) => seasonId === one.seasonId) ?? null;
      return [
        {
          activityId,
          activityName,
          unit,
          season,
          acts: same.map(({ act }) => act),
          rule: writeDeadlineRule(one.rule),
          sentence: ruleSentence(one.rule),
          validFrom: one.validFrom,
          toCome: isLater(one.validFrom, today),
        },
      ];
    })
    .toSorted((a, b) => rank(a) - rank(b) || Temporal.PlainDate.compare(a.validFrom, b.validFrom));
}

const isLater = (day: Temporal.PlainDate, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(day, today) > 0;

const rank = ({ unit, season }: Pick<RuleRow, "unit" | "season">) =>
  (unit === null ? 0 : 2) + (season === null ? 0 : 1);
