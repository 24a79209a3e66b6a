import { scopeFindings, type OfferDocument } from "#activities";
import type { Finding } from "#kernel";

import type { Condition } from "../../rules/conditions/condition.ts";
import type { BookingSections } from "../sections.ts";
import { texts } from "./texts.fr.ts";

/**
 * Refuses in « enrolment » and « places » what the offer lacks and an activity that has two entries; and a priority
 * group that nothing defines, in « windows » and in conditions.
 */
export function checkAccess(sections: BookingSections, offer: OfferDocument): readonly Finding[] {
  const { enrolment = [], places = [], windows = [] } = sections;
  return [
    ...onceEach("enrolment", enrolment, offer),
    ...onceEach("places", places, offer),
    ...enrolment.flatMap(({ activities, conditions }, index) => {
      const path = ["enrolment", index, "conditions"];
      const defined = groupsOf(conditions);
      return conditions.flatMap((condition, position) =>
        condition.kind === "priority"
          ? condition.who === undefined
            ? []
            : inside(condition.who, [...path, position, "who"], defined, offer, activities)
          : inside(condition, [...path, position], defined, offer, activities),
      );
    }),
    ...windows.flatMap(({ group, activities }, index) =>
      activities
        .filter((activity) => {
          const own = enrolment.find((entry) => entry.activities.includes(activity));
          return group !== undefined && !groupsOf(own?.conditions ?? []).includes(group);
        })
        .slice(0, 1)
        .map((activity): Finding => ({
          path: ["windows", index, "group"],
          kind: "refused",
          sentence: texts.unknownGroup(group ?? "", activity),
        })),
    ),
  ];
}

type Conditions = NonNullable<BookingSections["enrolment"]>[number]["conditions"];

function groupsOf(conditions: Conditions): readonly string[] {
  return conditions.flatMap((condition) => (condition.kind === "priority" ? [condition.group] : []));
}

function onceEach(
  section: string,
  entries: readonly { readonly activities: readonly string[] }[],
  offer: OfferDocument,
): readonly Finding[] {
  const said = new Set<string>();
  return entries.flatMap((entry, index) => {
    const path = [section, index];
    const findings = [...scopeFindings(offer, entry, path)];
    for (const [position, activity] of entry.activities.entries()) {
      if (said.has(activity) && entry.activities.indexOf(activity) === position)
        findings.push({
          path: [...path, "activities", position],
          kind: "refused",
          sentence: texts.activityTwice(activity, section),
        });
    }
    for (const activity of entry.activities) said.add(activity);
    return findings;
  });
}

/** What a condition names: other activities, groups; and what it holds inside. */
function inside(
  condition: Condition,
  path: Finding["path"],
  groups: readonly string[],
  offer: OfferDocument,
  activities: readonly string[],
): readonly Finding[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((one, index) =>
        inside(one, [...path, "of", index], groups, offer, activities),
      );
    case "not":
      return inside(condition.of, [...path, "of"], groups, offer, activities);
    case "sibling":
      return scopeFindings(offer, { activities: condition.activities ?? [] }, path);
    case "group":
      return condition.groups.flatMap((group, index): readonly Finding[] =>
        groups.includes(group)
          ? []
          : [
              {
                path: [...path, "groups", index],
                kind: "refused",
                sentence: texts.unknownGroup(group, activities.join(", ")),
              },
            ],
      );
    case "age":
    case "audience":
    case "completeFile":
    case "document":
    case "regular":
    case "residence":
    case "school":
      return [];
  }
}
