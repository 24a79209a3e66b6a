import type { Cents, Id } from "#kernel";

import type { Payer } from "./payer-standing.ts";
import type { DeskMeans } from "./regie.ts";

/** What an agent takes at the desk. */
export interface DeskOrder extends Payer {
  /** The form's own key: sent twice, it is taken once. */
  readonly id: Id<"payment">;
  readonly regie: Id<"regie">;
  readonly means: DeskMeans;
  readonly cents: Cents;
  /** Cash: what was handed over; null for just the amount. */
  readonly handed: Cents | null;
  readonly drawer: string | null;
  readonly bank: string | null;
  readonly reference: string | null;
  /** The documents chosen, in order; none: the oldest first. */
  readonly chosen: readonly Id<"invoice">[];
  /** The held places that this money books too. */
  readonly places: readonly Id<"booking">[];
  /** The agent was told of a receipt of the same cheque, and goes on: it is another one. */
  readonly knowingly?: boolean;
}
