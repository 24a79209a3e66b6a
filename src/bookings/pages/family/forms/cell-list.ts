import { parseId, type Id } from "#kernel";
import { formText } from "#platform";
import { z } from "zod";

import { MOST_LINES } from "../../../rules/lines.ts";

/** A participant's place, and whether it is on (booked, or to book) or off. */
export interface ListedCell {
  participantId: Id<"participant">;
  slotId: Id<"slot">;
  on: boolean;
}

/** 2,000 cells take 80,000 characters; more than any body may hold is refused before it is read. */
const LONGEST = 500_000;

/**
 * Writes cells into one hidden field: « participant slot+ slot- participant slot+ », a participant's id once for
 * all the places that follow it. A year of meals for three children takes 17 kB.
 */
export function writeCellList(cells: readonly ListedCell[]): string {
  const words: string[] = [];
  let last: string | undefined;
  for (const { participantId, slotId, on } of cells) {
    if (participantId !== last) words.push(participantId);
    words.push(`${slotId}${on ? "+" : "-"}`);
    last = participantId;
  }
  return words.join(" ");
}

/** Reads the field back; refuses what is not such a list, and more than 2,000 places. */
export const cellList = formText(LONGEST).transform((text, context): readonly ListedCell[] => {
  const cells: ListedCell[] = [];
  let participantId: Id<"participant"> | undefined;
  for (const word of text === "" ? [] : text.split(" ")) {
    const sign = word.at(-1);
    if (sign !== "+" && sign !== "-") {
      participantId = parseId<"participant">(word);
      if (participantId === undefined) return refuse(context, "Cette liste de jours est illisible.");
      continue;
    }
    const slotId = parseId<"slot">(word.slice(0, -1));
    if (slotId === undefined || participantId === undefined) {
      return refuse(context, "Cette liste de jours est illisible.");
    }
    cells.push({ participantId, slotId, on: sign === "+" });
  }
  if (cells.length > MOST_LINES) return refuse(context, `Envoyez ${MOST_LINES} jours au plus à la fois.`);
  return cells;
});

function refuse(context: z.core.$RefinementCtx<string>, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}
