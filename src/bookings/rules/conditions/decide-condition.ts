import { decideAge } from "./age.ts";
import { decideAudience } from "./audience.ts";
import { decideFile } from "./complete-file.ts";
import type { Condition } from "./condition.ts";
import { decideDocument } from "./document.ts";
import type { EnrolmentFacts } from "./facts.ts";
import { decideGroup } from "./group.ts";
import { decideRegular } from "./regular.ts";
import { decideResidence } from "./residence.ts";
import { decideSchool } from "./school.ts";
import { decideSibling } from "./sibling.ts";
import { intersection, union } from "./span.ts";
import type { Unmet } from "./unmet.ts";
import type { Verdict as VerdictOf } from "./verdict.ts";

type Verdict = VerdictOf<Unmet>;

/**
 * On which days of the season a condition holds, and why not on the others. « Not » goes down to the conditions
 * themselves, so that each can say what it would have wanted; what is not known holds neither way.
 */
export function decideCondition(condition: Condition, facts: EnrolmentFacts, negated = false): Verdict {
  switch (condition.kind) {
    case "not":
      return decideCondition(condition.of, facts, !negated);
    case "all":
      return combine(condition.of, facts, negated, negated ? "any" : "all");
    case "any":
      return combine(condition.of, facts, negated, negated ? "all" : "any");
    case "age":
      return decideAge(condition, facts, negated);
    case "school":
      return decideSchool(condition, facts, negated);
    case "residence":
      return decideResidence(condition, facts, negated);
    case "completeFile":
      return decideFile(condition, facts, negated);
    case "document":
      return decideDocument(condition, facts, negated);
    case "sibling":
      return decideSibling(condition, facts, negated);
    case "audience":
      return decideAudience(condition, facts, negated);
    case "group":
      return decideGroup(condition, facts, negated);
    case "regular":
      return decideRegular(condition, facts, negated);
  }
}

function combine(
  conditions: readonly Condition[],
  facts: EnrolmentFacts,
  negated: boolean,
  how: "all" | "any",
): Verdict {
  const verdicts = conditions.map((condition) => decideCondition(condition, facts, negated));
  if (how === "all") {
    return verdicts.reduce((one, other) => ({
      days: intersection(one.days, other.days),
      unmet: [...one.unmet, ...other.unmet],
    }));
  }
  const { days, unmet } = verdicts.reduce((one, other) => ({
    days: union(one.days, other.days),
    unmet: [...one.unmet, ...other.unmet],
  }));
  // One that holds all along is enough: what the others lack does not matter.
  const whole = verdicts.some((verdict) => verdict.days.length > 0 && verdict.unmet.length === 0);
  return {
    days,
    unmet: whole || unmet.length === 0 ? [] : unmet.length === 1 ? unmet : [{ code: "none-of", of: unmet }],
  };
}
