import type { Condition, EnrolmentConditions } from "./condition.ts";
import type { Unmet } from "./unmet.ts";

/** What is said of documents among what is not met: what an enrolment that is made still asks for. */
export const documentsLacking = (unmet: readonly Unmet[]): readonly Unmet[] => unmet.filter(isOfDocuments);

const isOfDocuments = (unmet: Unmet): boolean =>
  unmet.code === "none-of"
    ? unmet.of.every(isOfDocuments)
    : unmet.code === "document-missing" || unmet.code === "document-over";

/** The kinds of document that are missing or over among what is not met, each once. */
export function documentsNamed(unmet: readonly Unmet[]): readonly string[] {
  const named = unmet.flatMap((one): readonly string[] => {
    if (one.code === "none-of") return documentsNamed(one.of);
    return one.code === "document-missing" || one.code === "document-over" ? [one.document] : [];
  });
  return [...new Set(named)];
}

/** The kinds of document that these conditions ask for, kept or not, each once; « not » asks for none. */
export function documentsAsked(conditions: EnrolmentConditions): readonly string[] {
  return [...new Set(conditions.flatMap((item) => (item.kind === "priority" ? [] : askedBy(item))))];
}

function askedBy(condition: Condition): readonly string[] {
  if (condition.kind === "document") return [condition.document];
  return condition.kind === "all" || condition.kind === "any" ? condition.of.flatMap(askedBy) : [];
}
