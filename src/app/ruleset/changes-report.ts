import { changesNothing, type RuleSetChanges } from "./import-rule-set.ts";
import { texts } from "./texts.fr.ts";

/** What a file changes, in French, a line each. */
export function changesReport(changes: RuleSetChanges, from: Temporal.PlainDate): readonly string[] {
  const { calendar, sites, activities, left } = changes.offer;
  const lines = [
    ...(calendar === null ? [] : [texts.calendarChanges(calendar.after)]),
    ...sites.map(({ before, after }) => texts.siteChanges(after.name, before === undefined)),
    ...activities.map(({ before, after }) =>
      before === undefined
        ? texts.newActivity(after.name, after.units.length, after.seasons.length)
        : texts.activityChanges(after.name),
    ),
    ...changes.bookings,
    ...changes.prices,
    ...changes.watches,
  ].map((sentence) => `- ${sentence}`);
  return [
    ...(changesNothing(changes) ? [texts.nothingChanges] : [texts.changesFrom(from), ...lines]),
    ...(left.length === 0 ? [] : ["", texts.leftAsTheyAre, ...left.map((one) => `- ${leftName(one)}`)]),
  ];
}

function leftName(one: RuleSetChanges["offer"]["left"][number]): string {
  return "activity" in one ? `${one.activity}, ${one.name}` : one.name;
}
