import type { Id } from "#kernel";
import { formId, formList, formText, isoDate } from "#platform";
import { z } from "zod";

import type { WantedMove } from "../../../slot-moves/move-bookings.ts";
import { texts } from "./texts.fr.ts";

/** The longest message: it stands in an e-mail and in the history. */
export const LONGEST_REASON = 200;

/** The longest reason over conditions: it stands with the enrolment. */
export const LONGEST_OVER = 300;

/** More bookings than any slot has. */
const MOST_BOOKINGS = 2000;

/** What was chosen so far, in the address bar; a value that means nothing is as good as none. */
export const choiceQuery = z.object({
  de: formId<"unit">().optional().catch(undefined),
  le: isoDate.optional().catch(undefined),
  vers: formId<"unit">().optional().catch(undefined),
  "vers-le": isoDate.optional().catch(undefined),
  faite: formId<"slotMove">().optional().catch(undefined),
});

/** What was chosen so far. */
export type Choice = Omit<z.output<typeof choiceQuery>, "faite">;

/** The form that moves: the two slots, who is ticked, and the message. */
export const moveForm = z
  .object({
    cle: formId<"slotMove">(),
    de: formId<"slot">(),
    vers: formId<"slot">(),
    reservation: formList(formId<"booking">(), MOST_BOOKINGS).refine(
      (all) => all.length > 0,
      texts.toCorrect.nobody,
    ),
    motif: formText(LONGEST_REASON).refine((text) => text !== "", texts.toCorrect.noMessage),
    "passer-outre": formText(LONGEST_OVER).default(""),
  })
  .transform(({ cle, de, vers, reservation, motif, "passer-outre": over }): WantedMove => ({
    key: cle,
    from: de,
    to: vers,
    bookings: [...new Set(reservation)],
    reason: motif,
    over,
  }));

/** What of a form that has to be corrected can be shown again: without its slots there is nothing to show. */
export const typedMove = z.object({
  de: formId<"slot">(),
  vers: formId<"slot">(),
  reservation: formList(z.string(), MOST_BOOKINGS).catch([]),
  motif: z.string().catch(""),
  "passer-outre": z.string().catch(""),
});

/** What was ticked and written. */
export interface TypedMove {
  bookings: ReadonlySet<string>;
  reason: string;
  over: string;
}

/** Before anything was ticked, those who can come are. */
export const nothingTyped = (movable: readonly Id<"booking">[]): TypedMove => ({
  bookings: new Set(movable),
  reason: "",
  over: "",
});
