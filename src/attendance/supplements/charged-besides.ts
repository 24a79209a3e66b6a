import type { GuardianVisit } from "#identity";
import type { Cents, Id } from "#kernel";
import type { Reads } from "#platform";

/** What is charged besides the place itself, as the bill would have it today: a supplement, or a penalty. */
export interface ChargedBesides {
  readonly householdId: Id<"household">;
  readonly participantId: Id<"participant">;
  readonly participant: string;
  readonly unitId: Id<"unit">;
  readonly day: Temporal.PlainDate;
  readonly kind: "supplement" | "penalty";
  /** As the authority named it; the unit's name where it has none. */
  readonly name: string;
  readonly cents: Cents;
  /** « Pourquoi ce prix ? », sentence by sentence. */
  readonly why: readonly string[];
  /** Whether it is the same for everybody: nothing of a family's income can be read from it. */
  readonly isPublic: boolean;
}

/** A day on which somebody stayed longer than a contract agrees, as the month's bill counts it. */
export interface LongerDay {
  readonly day: Temporal.PlainDate;
  readonly participant: string;
  readonly sentence: string;
}

/** What a month of a family has besides its places. */
export interface FamilyBesides {
  readonly charged: readonly ChargedBesides[];
  readonly longer: readonly LongerDay[];
}

/** The prices that billing will use; `app/` gives them, since billing stands above. */
export interface BesidesPlaces {
  /** All that these households owe besides their places, in a month. */
  ofHouseholds(
    reads: Reads,
    month: Temporal.PlainYearMonth,
    households: readonly Id<"household">[],
  ): Promise<readonly ChargedBesides[]>;
  /** The same of a family, and the days longer than agreed, within what this adult may read of its bills. */
  ofFamily(
    reads: Reads,
    month: Temporal.PlainYearMonth,
    actor: Pick<GuardianVisit["actor"], "guardian">,
  ): Promise<FamilyBesides>;
}
