import type { EnrolmentCard, EnrolmentReader } from "../../../enrolments/find-enrolment.ts";

/** Where an enrolment is read: among the family's own, or in its file, where an agent keeps an agent's navigation. */
export function enrolmentAddress(
  reader: EnrolmentReader,
  { enrolmentId, householdId }: Pick<EnrolmentCard, "enrolmentId" | "householdId">,
): string {
  const base = reader === "family" ? "/inscriptions" : `/agent/familles/${householdId}/inscriptions`;
  return `${base}/${enrolmentId}`;
}

/** The planning on which what is in the way of an end is cancelled. */
export function planningAddress(
  reader: EnrolmentReader,
  { householdId }: Pick<EnrolmentCard, "householdId">,
): string {
  return reader === "family" ? "/planning" : `/agent/familles/${householdId}/planning`;
}
