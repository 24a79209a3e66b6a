import { parisDate, type Id } from "#kernel";
import type { FamilyReach } from "#identity";
import type { Reads } from "#platform";

import type { EnrolmentDecision } from "../rules/conditions/enrolment-decision.ts";
import { documentsLacking, documentsNamed } from "../rules/conditions/documents-lacking.ts";
import type { Unmet } from "../rules/conditions/unmet.ts";
import { enrolmentChoices } from "./enrolment-choices.ts";

/** An enrolment that holds, and the documents that its conditions still ask for. */
export interface LackingDocuments {
  readonly firstName: string;
  readonly activityName: string;
  readonly documents: readonly string[];
}

/** What the conditions say of documents, for somebody who may be enrolled already. */
export function lackingOf(decision: EnrolmentDecision): readonly Unmet[] {
  return decision.kind === "refused" ? documentsLacking(decision.unmet) : [];
}

/** The enrolments of these households, today or later, whose documents are missing or over. */
export async function lackingDocuments(
  reads: Reads,
  { id, householdIds }: Pick<FamilyReach, "householdIds"> & { readonly id: Id<"guardian"> },
  now: Temporal.Instant,
): Promise<readonly LackingDocuments[]> {
  // Few services ask for a document: a household that comes to none of them costs one short statement.
  const asked = await reads.row(
    "enrolments_asking_documents",
    `select from enrolment e
     join enrolment_rule rule using (activity_id)
     where e.household_id = any ($1::uuid[]) and e.last_day >= $2::date
       and jsonb_path_exists(rule.conditions, '$.**.kind ? (@ == "document")') limit 1`,
    [householdIds, parisDate(now).toString()],
  );
  if (asked === undefined) return [];
  const people = await enrolmentChoices(reads, householdIds, id, now);
  return people.flatMap(({ person, choices }) =>
    choices.flatMap(({ enrolment, season, decision }) => {
      const documents = enrolment === null ? [] : documentsNamed(lackingOf(decision));
      if (documents.length === 0) return [];
      return [{ firstName: person.firstName, activityName: season.activityName, documents }];
    }),
  );
}
