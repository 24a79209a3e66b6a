import type { EnrolmentConditions } from "./condition.ts";

/** How a priority group is called, « les habitants »; its code where the rule set gives it no name. */
export function groupPhrase(group: string, names: ReadonlyMap<string, string>): string {
  return names.get(group) ?? unnamedGroup(group);
}

/** A group to which the rule set gives no name: « le groupe « habitants » ». */
export function unnamedGroup(group: string): string {
  return `le groupe « ${group} »`;
}

/** How the conditions of an activity call its priority groups, by code. */
export function groupNames(conditions: EnrolmentConditions): ReadonlyMap<string, string> {
  return new Map(
    conditions.flatMap((item) => (item.kind === "priority" ? [[item.group, item.name] as const] : [])),
  );
}
