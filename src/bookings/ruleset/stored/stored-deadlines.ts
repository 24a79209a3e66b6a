import type { ActivityOffer } from "#activities";
import type { Reads, Writes } from "#platform";

import { readDeadlineRules, setDeadlineRule, type DeadlineRules } from "../../deadlines/deadline-rules.ts";
import { parseDeadlineRule, writeDeadlineRule } from "../../deadlines/rule-format.ts";
import type { BookingSections, WrittenBookingSections } from "../sections.ts";
import {
  tableChanges,
  withoutRepeats,
  type DeadlineTable,
  type ScopedDeadline,
  type WrittenRule,
} from "./deadline-table.ts";
import { grouped } from "./grouped.ts";
import { texts } from "./texts.fr.ts";

const ACTS = ["book", "cancel", "change"] as const;

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
    const later = await forgetLater(writes, activity, from);
    if (later > 0) said.push(texts.laterDeadlines(activity.activityName, later));
    const changes = tableChanges(tableOn(rules, activity, from), wanted);
    for (const change of changes) await setRule(writes, activity, change, from);
    for (const same of grouped(changes, ({ unit, season }) => JSON.stringify([unit, season]))) {
      const unit = activity.units.find(({ code }) => code === same[0]?.unit)?.name;
      const what = [activity.activityName, unit, same[0]?.season].filter((part) => typeof part === "string");
      said.push(
        texts.deadline(
          what,
          same.map(({ act }) => act),
        ),
      );
    }
  }
  return said;
}

function setRule(
  writes: Writes,
  { activityId, units, seasons }: ActivityOffer,
  { act, unit, season, rule }: ScopedDeadline,
  validFrom: Temporal.PlainDate,
): Promise<void> {
  const unitId = units.find(({ code }) => code === unit)?.unitId ?? null;
  const seasonId = seasons.find(({ name }) => name === season)?.seasonId ?? null;
  return setDeadlineRule(writes, {
    activityId,
    unitId,
    seasonId,
    act,
    validFrom,
    rule: parseDeadlineRule(rule),
  });
}

function readRules(reads: Reads, offer: readonly ActivityOffer[], on: Temporal.PlainDate) {
  return readDeadlineRules(
    reads,
    offer.map((activity) => activity.activityId),
    on,
  );
}

/** A rule of a later day would otherwise come after the file's. */
function forgetLater(writes: Writes, { activityId }: ActivityOffer, from: Temporal.PlainDate) {
  return writes.run(
    "forget_later_deadlines",
    `delete from deadline_rule where activity_id = $1 and valid_from > $2`,
    [activityId, from.toString()],
  );
}

/** The rules in force that day; of each scope the latest comes first. */
function tableOn({ rules }: DeadlineRules, activity: ActivityOffer, on: Temporal.PlainDate): DeadlineTable {
  return ACTS.flatMap((act) => {
    const begun = (rules.get(`${activity.activityId} ${act}`) ?? []).filter(
      ({ validFrom }) => Temporal.PlainDate.compare(validFrom, on) <= 0,
    );
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

/** One entry for the units that have the same rules in the same season, the general one first. */
function entriesOf(table: DeadlineTable): readonly Omit<Deadlines[number], "activities">[] {
  const scopes = grouped(table, ({ unit, season }) => JSON.stringify([unit, season])).map((ofScope) => {
    const rules: Partial<Record<(typeof ACTS)[number], WrittenRule>> = {};
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
