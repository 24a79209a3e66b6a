import { changedFacts } from "#activities";

import { changesNothing, type RuleSetChanges } from "./import-rule-set.ts";
import { saidTogether } from "./said-together.ts";
import { texts } from "./texts.fr.ts";

/** What a file changes at once, then from its day on, then what it leaves alone. */
export interface ToldChanges {
  readonly heading: string;
  readonly sentences: readonly string[];
}

/** What a file changes, in French; what becomes the same for several services is said once. */
export function toldChanges(changes: RuleSetChanges, from: Temporal.PlainDate): readonly ToldChanges[] {
  const { calendar, sites, activities, left } = changes.offer;
  const facts = activities.flatMap((one) => {
    const { before } = one;
    if (before === undefined) return [];
    const changed = changedFacts({ calendar: null, sites: [], activities: [one], left: [] }, from);
    return changed.map((fact) => ({ ...fact, sentence: texts.activityChanges(before.name, fact) }));
  });
  const ofSites = changedFacts({ calendar: null, sites, activities: [], left: [] }, from);
  const dated = [
    ...activities.flatMap(({ before, after }) =>
      before === undefined ? [texts.newActivity(after.name, after.units.length, after.seasons.length)] : [],
    ),
    ...facts.filter(({ atOnce }) => !atOnce).map(({ sentence }) => sentence),
    ...changes.bookings,
    ...changes.prices,
    ...changes.watches,
  ];
  const told = [
    {
      heading: texts.changesAtOnce,
      sentences: [
        ...(calendar === null ? [] : [texts.calendarChanges(calendar.after)]),
        ...sites.flatMap(({ before, after }) => (before === undefined ? [texts.newSite(after.name)] : [])),
        ...ofSites.flatMap((fact) => (fact.before === null ? [] : [texts.fact(fact)])),
        ...facts.filter(({ atOnce }) => atOnce).map(({ sentence }) => sentence),
      ],
    },
    { heading: texts.changesFrom(from), sentences: saidTogether(changes.named, dated) },
    { heading: texts.leftAsTheyAre, sentences: [...left.map(leftName), ...changes.bookingsLeft] },
  ];
  return told.filter(({ sentences }) => sentences.length > 0);
}

/** The same, a line each, for a terminal. */
export function changesReport(changes: RuleSetChanges, from: Temporal.PlainDate): readonly string[] {
  return [
    ...(changesNothing(changes) ? [texts.nothingChanges] : []),
    ...toldChanges(changes, from).flatMap(({ heading, sentences }) => [
      ...(heading === texts.leftAsTheyAre ? [""] : []),
      `${heading}\u00a0:`,
      ...sentences.map((sentence) => `- ${sentence}`),
    ]),
  ];
}

function leftName(one: RuleSetChanges["offer"]["left"][number]): string {
  return "activity" in one ? `${one.activity}, ${one.name}` : one.name;
}
