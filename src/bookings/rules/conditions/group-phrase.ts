/** How a priority group is called, « les habitants »; its code where the rule set gives it no name. */
export function groupPhrase(group: string, names: ReadonlyMap<string, string>): string {
  return names.get(group) ?? `le groupe « ${group} »`;
}
