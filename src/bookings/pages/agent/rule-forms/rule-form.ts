import type { VNode } from "preact";

import type { ActivityOffer } from "#activities";
import type { Id } from "#kernel";
import type { FormReader, Reads, Values } from "#platform";

import type { RuleKind } from "../../../ruleset/edit/edit-rule.ts";

/** A rule and the day from which it holds. */
export interface DatedRule<Rule> {
  readonly validFrom: Temporal.PlainDate;
  readonly rule: Rule;
}

/** What is drawn of a form: what was typed, what to write instead. */
export interface ShownRule {
  readonly activity: ActivityOffer;
  readonly values: Values;
  correction(field: string): string | undefined;
}

/** The pages of one kind of rule that holds for an activity from a day on: a list, a form, what it will change. */
export interface RuleForm<Rule> {
  /** « /agent/attente »: the list; …/changer, …/verifier, …/enregistrer are the form's. */
  readonly path: string;
  readonly words: {
    readonly title: string;
    readonly lead: string;
    readonly formTitle: (activity: string) => string;
    readonly fromHint: string;
    readonly stays: string;
    readonly csvName: string;
    readonly saved: string;
  };
  readonly kind: RuleKind<Rule>;
  /** What holds where nothing was said. */
  readonly usual: Rule;
  versions(
    reads: Reads,
    activities: readonly ActivityOffer[],
  ): Promise<ReadonlyMap<Id<"activity">, readonly DatedRule<Rule>[]>>;
  /** The columns of the list, and what each says of a rule. */
  readonly cells: readonly (readonly [string, (rule: Rule, activity: ActivityOffer) => string])[];
  /** What the fields say of a rule. */
  start(rule: Rule): Values;
  /** Reads the fields; what cannot be read is corrected by the reader. */
  read(reader: FormReader, values: Values): Rule;
  fields(shown: ShownRule): VNode;
}
