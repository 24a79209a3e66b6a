import { joinChoices } from "#kernel";

import type { GroupCondition } from "./condition.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { groupPhrase } from "./group-phrase.ts";
import { allOrNothing, type Verdict } from "./verdict.ts";

/** In none of the groups, or in one of them; as they are called. */
export interface GroupUnmet {
  readonly code: "no-group" | "group-excluded";
  readonly groups: readonly string[];
}

/** Whether the person is in one of these priority groups. */
export function decideGroup(
  condition: GroupCondition,
  { season, groups, groupNames }: EnrolmentFacts,
  negated: boolean,
): Verdict<GroupUnmet> {
  const belongs = condition.groups.some((group) => groups.includes(group));
  return allOrNothing(season, belongs !== negated, {
    code: negated ? "group-excluded" : "no-group",
    groups: condition.groups.map((group) => groupPhrase(group, groupNames)),
  });
}

/** « Réservé à un groupe prioritaire : les habitants ou les réguliers. » */
export function groupSentence({ code, groups }: GroupUnmet): string {
  const named = joinChoices(groups);
  return code === "no-group"
    ? `Réservé à un groupe prioritaire : ${named} ; si vous en êtes, appelez-nous.`
    : `Ouvert à tous sauf à un groupe : ${named}.`;
}
