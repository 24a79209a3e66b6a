import type { ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { Reads, Writes } from "#platform";

import { readDeadlineRules, setDeadlineRule, type DeadlineRules } from "../../deadlines/deadline-rules.ts";
import { parseDeadlineRule, writeDeadlineRule } from "../../deadlines/rule-format.ts";
import type { DeadlineAct } from "../../rules/deadline-sentence.ts";
import { ruleSentence } from "../../rules/deadline/rule-sentence.ts";
import type { BookingSections, WrittenBookingSections } from "../sections.ts";
import {
  ACTS,
  decides,
  tableChanges,
  withoutRepeats,
  type DeadlineTable,
  type Scope,
  type ScopedDeadline,
  type WrittenRule,
} from "./deadline-table.ts";
import { grouped } from "./grouped.ts";
import { texts } from "./texts.fr.ts";

type Deadlines = NonNullable<WrittenBookingSections["deadlines"]>;

/** The deadlines in force on a day, as the file writes them: activities that say the same stand together. */
export async function readDeadlines(
  reads: Reads,
  offer: readonly ActivityOffer[],
  on: Temporal.PlainDate,
): Promise<Deadlines> {
  const rules = await readRules(reads, offer, on);
  const ofActivities = offer.map((activity) => ({
    activity: activity.activityCode,
    entries: entriesOf(withoutRepeats(tableOn(rules, activity, on))),
  }));
  return grouped(ofActivities, ({ entries }) => JSON.stringify(entries)).flatMap((same) =>
    (same[0]?.entries ?? []).map((entry) => ({ activities: same.map(({ activity }) => activity), ...entry })),
  );
}

/** Sets what the file says for the slots from a day on, in place of what was planned later; says what changes. */
export async function writeDeadlines(
  writes: Writes,
  entries: NonNullable<BookingSections["deadlines"]>,
  { offer, from }: { offer: readonly ActivityOffer[]; from: Temporal.PlainDate },
): Promise<readonly string[]> {
  const rules = await readRules(writes, offer, from);
  const said: string[] = [];
  for (const activity of offer) {
    const wanted = wantedTable(entries, activity.activityCode);
    if (wanted.length === 0) continue;
    said.push(
      ...(await writeTable(writes, activity, { current: tableOn(rules, activity, from), wanted, from })),
    );
  }
  return said;
}

/**
 * Writes what makes a table decide for the slots of an activity from a day on, and forgets what was planned for later:
 * all of it, or that of some acts and scopes. The file and the agents' page both end here. Says what changes.
 */
export async function writeTable(
  writes: Writes,
  activity: ActivityOffer,
  change: {
    current: DeadlineTable;
    wanted: DeadlineTable;
    from: Temporal.PlainDate;
    only?: readonly Omit<ScopedDeadline, "rule">[];
  },
): Promise<readonly string[]> {
  const { current, wanted, from, only } = change;
  const later = await forgetLater(writes, activity, from, only);
  const changes = tableChanges(current, wanted);
  for (const one of changes) await setRule(writes, activity, one, from);
  return [
    ...(later > 0 ? [texts.laterDeadlines(activity.activityName, later)] : []),
    ...grouped(
      changes.map((one) => ({ ...one, before: decides(current, one.act, one) })),
      ({ unit, season, rule, before }) => JSON.stringify([unit, season, rule, before]),
    ).flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const unit = activity.units.find(({ code }) => code === first.unit)?.name;
      const what = [activity.activityName, unit, first.season].filter((part) => typeof part === "string");
      return texts.deadline(
        what,
        same.map(({ act }) => act),
        {
          before: first.before === undefined ? null : ruleSentence(parseDeadlineRule(first.before)),
          after: ruleSentence(parseDeadlineRule(first.rule)),
        },
      );
    }),
  ];
}

function setRule(
  writes: Writes,
  activity: ActivityOffer,
  { act, rule, ...scope }: ScopedDeadline,
  validFrom: Temporal.PlainDate,
): Promise<void> {
  const { activityId } = activity;
  return setDeadlineRule(writes, {
    activityId,
    ...idsOf(activity, scope),
    act,
    validFrom,
    rule: parseDeadlineRule(rule),
  });
}

function idsOf({ units, seasons }: ActivityOffer, { unit, season }: Scope) {
  return {
    unitId: units.find(({ code }) => code === unit)?.unitId ?? null,
    seasonId: seasons.find(({ name }) => name === season)?.seasonId ?? null,
  };
}

/** The rules of these activities, and nothing of what was moved before that day. */
export function readRules(reads: Reads, offer: readonly ActivityOffer[], on: Temporal.PlainDate) {
  return readDeadlineRules(
    reads,
    offer.map((activity) => activity.activityId),
    on,
  );
}

/** A rule of a later day would otherwise come after the one that is written. */
function forgetLater(
  writes: Writes,
  activity: ActivityOffer,
  from: Temporal.PlainDate,
  only: readonly Omit<ScopedDeadline, "rule">[] | undefined,
) {
  const keys = only?.map(({ act, ...scope }) => {
    const { unitId, seasonId } = idsOf(activity, scope);
    return `${act} ${unitId ?? ""} ${seasonId ?? ""}`;
  });
  return writes.run(
    "forget_later_deadlines",
    `delete from deadline_rule
     where activity_id = $1 and valid_from > $2
       and ($3::text[] is null or concat(act, ' ', unit_id, ' ', season_id) = any ($3))`,
    [activity.activityId, from.toString(), keys ?? null],
  );
}

/**
 * The rules in force on a day, in the order of the activity's units and seasons, so that the same rules are always
 * written alike; of each scope the latest comes first.
 */
export function tableOn(
  { rules }: DeadlineRules,
  activity: ActivityOffer,
  on: Temporal.PlainDate,
): DeadlineTable {
  const { units, seasons } = activity;
  const unitAt = (id: Id<"unit"> | null) => units.findIndex(({ unitId }) => unitId === id);
  const seasonAt = (id: Id<"season"> | null) => seasons.findIndex(({ seasonId }) => seasonId === id);
  return ACTS.flatMap((act) => {
    const begun = (rules.get(`${activity.activityId} ${act}`) ?? [])
      .filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, on) <= 0)
      .toSorted((a, b) => unitAt(a.unitId) - unitAt(b.unitId) || seasonAt(a.seasonId) - seasonAt(b.seasonId));
    return grouped(begun, ({ unitId, seasonId }) => `${unitId} ${seasonId}`).flatMap(([held]) => {
      if (held === undefined) return [];
      const unit = activity.units.find(({ unitId }) => unitId === held.unitId)?.code ?? null;
      const season = activity.seasons.find(({ seasonId }) => seasonId === held.seasonId)?.name ?? null;
      const gone = (held.unitId !== null && unit === null) || (held.seasonId !== null && season === null);
      return gone ? [] : [{ act, unit, season, rule: writeDeadlineRule(held.rule) }];
    });
  });
}

function wantedTable(entries: NonNullable<BookingSections["deadlines"]>, activity: string): DeadlineTable {
  return entries
    .filter(({ activities }) => activities.includes(activity))
    .flatMap((entry) =>
      (entry.units ?? [null]).flatMap((unit) =>
        ACTS.flatMap((act) => {
          const rule = entry[act];
          return rule === undefined
            ? []
            : [{ act, unit, season: entry.season ?? null, rule: writeDeadlineRule(rule) }];
        }),
      ),
    );
}

/** One entry of the file for the units that have the same rules in the same season, the general one first. */
export function entriesOf(table: DeadlineTable): readonly Omit<Deadlines[number], "activities">[] {
  const scopes = grouped(table, ({ unit, season }) => JSON.stringify([unit, season])).map((ofScope) => {
    const rules: Partial<Record<DeadlineAct, WrittenRule>> = {};
    for (const act of ACTS) {
      const rule = ofScope.find((one) => one.act === act)?.rule;
      if (rule !== undefined) rules[act] = rule;
    }
    return { unit: ofScope[0]?.unit ?? null, season: ofScope[0]?.season ?? null, rules };
  });
  const general = scopes.toSorted((a, b) => Number(a.unit !== null) - Number(b.unit !== null));
  return grouped(general, ({ unit, season, rules }) =>
    JSON.stringify([unit === null, season, rules]),
  ).flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const units = same.flatMap(({ unit }) => (unit === null ? [] : [unit]));
    return [
      {
        ...(units.length === 0 ? {} : { units }),
        ...(first.season === null ? {} : { season: first.season }),
        ...first.rules,
      },
    ];
  });
}
