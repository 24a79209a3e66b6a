import type { Id } from "#kernel";

import type { Hours, Line } from "../lines.ts";
import { hoursInSlot, hoursOn, type ContractTerms } from "./week-pattern.ts";

/** A slot of the unit, as the contract's child has it. */
export interface CareSlot {
  readonly slotId: Id<"slot">;
  readonly date: Temporal.PlainDate;
  readonly fromMinute: number;
  readonly toMinute: number;
  readonly state: "open" | "closed";
  readonly closedBecause: string | null;
  readonly held: "nobody" | "us" | "another";
  /** The hours of the family's own booking. */
  readonly heldHours: Hours | null;
  /** The last thing that happened to the place: it was cancelled in a form, by the family or by an agent who was told. */
  readonly givenBack: boolean;
}

/** What is to be done with one day of a contract: a line to send, or why there is none. */
export type ContractDay = { readonly slot: CareSlot; readonly hours: Hours | null } & (
  | { readonly kind: "ask"; readonly line: Line }
  | { readonly kind: "kept" | "given-back" | "another-household" | "closed" | "not-at-these-hours" }
);

/**
 * @rule Jours d'un contrat d'accueil
 *
 * Un contrat réserve chaque jour ouvert de sa semaine type, aux heures convenues. Un jour déjà réservé prend ces heures.
 * Quand un contrat change ou prend fin, les jours qu'il avait pris et qui n'y sont plus sont annulés ; un accueil
 * occasionnel, un autre jour, reste. Un jour annulé depuis, par la famille ou par un agent
 * qu'elle a prévenu, reste annulé : Inès est notée malade du 26 au 30 novembre, son contrat change le 27, et le lundi 30
 * reste annulé. Un jour qu'une fermeture avait annulé et qui rouvre est réservé de nouveau.
 *
 * In: what holds from now on (null: nothing any more), what held before (null: nothing), the slots of the days
 * concerned. Out: the days that either of them names, in order.
 */
export function contractDays(
  participantId: Id<"participant">,
  terms: { after: ContractTerms | null; before: ContractTerms | null },
  slots: readonly CareSlot[],
  step: number,
): readonly ContractDay[] {
  return slots.flatMap((slot): ContractDay[] => {
    const agreed = terms.after === null ? null : hoursOn(terms.after, slot.date);
    const had = terms.before !== null && hoursOn(terms.before, slot.date) !== null;
    if (agreed === null) {
      if (!had || slot.held !== "us" || slot.state === "closed") return [];
      return [
        { slot, hours: null, kind: "ask", line: { act: "cancel", participantId, slotId: slot.slotId } },
      ];
    }
    if (slot.state === "closed") return [{ slot, hours: null, kind: "closed" }];
    const hours = hoursInSlot(agreed, { from: slot.fromMinute, to: slot.toMinute, step });
    if (hours === null) return [{ slot, hours: null, kind: "not-at-these-hours" }];
    if (slot.held === "another") return [{ slot, hours, kind: "another-household" }];
    const { slotId, heldHours } = slot;
    if (slot.held === "us") {
      const same = heldHours?.from === hours.from && heldHours.to === hours.to;
      if (same) return [{ slot, hours, kind: "kept" }];
      return [{ slot, hours, kind: "ask", line: { act: "change", participantId, slotId, hours } }];
    }
    if (had && slot.givenBack) return [{ slot, hours: null, kind: "given-back" }];
    return [{ slot, hours, kind: "ask", line: { act: "book", participantId, slotId, hours } }];
  });
}
