import { firstValue, type Values } from "#platform";

import type { OfferState, StoredActivity } from "../../../../ruleset/offer-changes.ts";
import type { ActivitySection, SeasonSection } from "../../../../ruleset/schema.ts";
import { sectionOf } from "../../../../ruleset/section-of.ts";
import { texts } from "../texts.fr.ts";

/** A stored activity, and what the file says of it from today on. */
export interface ActivitySubject {
  activity: StoredActivity;
  section: ActivitySection;
}

/** A season of an activity, or a new one. */
export interface SeasonSubject extends ActivitySubject {
  season: SeasonSection | null;
  /** Empty for a new one. */
  seasonId: string;
}

/** The activity that a form names; undefined where there is none. */
export function activitySubject(
  state: OfferState,
  values: Values,
  today: Temporal.PlainDate,
): ActivitySubject | undefined {
  const asked = firstValue(values, "activite");
  const activity = state.activities.find(({ activityId }) => activityId === asked);
  return activity && { activity, section: sectionOf(activity, today) };
}

/** Back to the activity that a form is about. */
export const backToActivity = ({ activity }: ActivitySubject) => ({
  href: `/agent/offre/activites/${activity.activityId}`,
  label: activity.name,
});

/** The file's words for this activity, changed. */
export const withSection = (section: ActivitySection) => ({ document: { activities: [section] } });

/** « Oui » and « non » of a list of choices, as a select wants them. */
export const optionsOf = <Choice extends string>(words: Readonly<Record<Choice, string>>) =>
  Object.entries<string>(words).map(([value, label]) => ({ value, label }));

/** The first line of a list in which nothing is chosen. */
export const none = { value: "", label: texts.form.none };
