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

/** Who moves: those who are ticked, or everybody whom the page showed, over conditions too. */
const whoMoves = z.enum(["cochees", "toutes"]).catch("cochees");

function chosenOf<T>({
  qui,
  reservation,
  toutes,
}: {
  qui: z.output<typeof whoMoves>;
  reservation: T[];
  toutes: T[];
}) {
  return qui === "toutes" ? toutes : reservation;
}

/** The form that moves: the two slots, who is ticked or everybody, and the message. */
export const moveForm = z
  .object({
    cle: formId<"slotMove">(),
    de: formId<"slot">(),
    vers: formId<"slot">(),
    qui: whoMoves,
    reservation: formList(formId<"booking">(), MOST_BOOKINGS),
    toutes: formList(formId<"booking">(), MOST_BOOKINGS).catch([]),
    motif: formText(LONGEST_REASON).refine((text) => text !== "", texts.toCorrect.noMessage),
    "passer-outre": formText(LONGEST_OVER).default(""),
  })
  .refine((form) => chosenOf(form).length > 0, { error: texts.toCorrect.nobody, path: ["reservation"] })
  .transform(
    ({ cle, de, vers, motif, "passer-outre": over, ...who }): WantedMove & { everyone: boolean } => ({
      key: cle,
      from: de,
      to: vers,
      bookings: [...new Set(chosenOf(who))],
      everyone: who.qui === "toutes",
      reason: motif,
      over,
    }),
  );

/** What of a form that has to be corrected can be shown again: without its slots there is nothing to show. */
export const typedMove = z.object({
  de: formId<"slot">(),
  vers: formId<"slot">(),
  qui: whoMoves,
  reservation: formList(z.string(), MOST_BOOKINGS).catch([]),
  motif: z.string().catch(""),
  "passer-outre": z.string().catch(""),
});

/** What was ticked and written. */
export interface TypedMove {
  bookings: ReadonlySet<string>;
  /** Everybody who is shown, ticked or not. */
  everyone: boolean;
  reason: string;
  over: string;
}

/** Before anything was ticked, those who can come are. */
export const nothingTyped = (movable: readonly Id<"booking">[]): TypedMove => ({
  bookings: new Set(movable),
  everyone: false,
  reason: "",
  over: "",
});
