import type { FamilyReach } from "#identity";
import type { Id } from "#kernel";

/** Of whom a copy is made, and what he or she reaches today. */
export interface OwnData {
  readonly guardianId: Id<"guardian">;
  readonly reach: FamilyReach;
}
