import { changedFacts } from "#activities";

import { changesNothing, type RuleSetChanges } from "./import-rule-set.ts";
import { texts } from "./texts.fr.ts";

/** What a file changes, in French, a line each. */
export function changesReport(changes: RuleSetChanges, from: Temporal.PlainDate): readonly string[] {
  const { calendar, sites, activities, left } = changes.offer;
  const facts = activities.flatMap((one) => {
    const { before } = one;
    if (before === undefined) return [];
    const changed = changedFacts({ calendar: null, sites: [], activities: [one], left: [] }, from);
    return changed.map((fact) => ({ ...fact, sentence: texts.activityChanges(before.name, fact) }));
  });
  const ofSites = changedFacts({ calendar: null, sites, activities: [], left: [] }, from);
  const told = (heading: string, sentences: readonly string[]) =>
    sentences.length === 0 ? [] : [heading, ...sentences.map((sentence) => `- ${sentence}`)];
  return [
    ...(changesNothing(changes) ? [texts.nothingChanges] : []),
    ...told(texts.changesAtOnce, [
      ...(calendar === null ? [] : [texts.calendarChanges(calendar.after)]),
      ...sites.flatMap(({ before, after }) => (before === undefined ? [texts.newSite(after.name)] : [])),
      ...ofSites.flatMap((fact) => (fact.before === null ? [] : [texts.fact(fact)])),
      ...facts.filter(({ atOnce }) => atOnce).map(({ sentence }) => sentence),
    ]),
    ...told(texts.changesFrom(from), [
      ...activities.flatMap(({ before, after }) =>
        before === undefined ? [texts.newActivity(after.name, after.units.length, after.seasons.length)] : [],
      ),
      ...facts.filter(({ atOnce }) => !atOnce).map(({ sentence }) => sentence),
      ...changes.bookings,
      ...changes.prices,
      ...changes.watches,
    ]),
    ...(left.length === 0 ? [] : ["", texts.leftAsTheyAre, ...left.map((one) => `- ${leftName(one)}`)]),
  ];
}

function leftName(one: RuleSetChanges["offer"]["left"][number]): string {
  return "activity" in one ? `${one.activity}, ${one.name}` : one.name;
}
