import { rulePhrases } from "../../../../rules/conditions/rule-phrase.ts";
import { enrolmentRuleKind } from "../../../../ruleset/edit/rule-kinds.ts";
import {
  enrolmentRules,
  USUAL_ENROLMENT,
  type EnrolmentEntry,
} from "../../../../ruleset/stored/stored-enrolment.ts";
import type { RuleForm } from "../rule-form.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { valuesOfRule } from "./condition-values.ts";
import { readConditions } from "./read-conditions.ts";
import { texts } from "./texts.fr.ts";

/** An agent says who enrols in an activity, under which conditions, and who goes first. */
export const enrolmentForm: RuleForm<EnrolmentEntry> = {
  path: "/agent/conditions",
  words: texts.words,
  kind: enrolmentRuleKind,
  usual: USUAL_ENROLMENT,
  versions: enrolmentRules,
  cells: [
    [texts.by, ({ by }) => texts.bys[by]],
    [
      texts.conditions,
      ({ conditions }) => (conditions.length === 0 ? texts.none : `${rulePhrases(conditions).join(" · ")}.`),
    ],
  ],
  start: valuesOfRule,
  read: readConditions,
  fields: ConditionFields,
};
