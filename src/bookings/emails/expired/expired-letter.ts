import type { Id } from "#kernel";

import { lineWords } from "../../rules/line-words.ts";
import type { Letter } from "../letter.ts";
import { texts } from "../texts.fr.ts";
import type { ToldLine } from "../told-line.ts";

/** What ended by itself for a participant. */
export interface Ended {
  readonly slotId: Id<"slot">;
  readonly participantId: Id<"participant">;
  readonly householdId: Id<"household">;
  /** An offer without an answer: the next family has it, the place is free for anybody, or it can no longer be booked. */
  readonly what: "unanswered" | "free_again" | "lost" | "no_place" | "closed" | "released";
}

/** One letter for all that ended, each with why: « Lina, journée du mercredi 18 novembre : aucune place ne s'est libérée ». */
export function expiredLetter(ended: readonly ToldLine<Ended>[], planning: string): Letter {
  const isOfPayment = ended.every(({ what }) => what === "released");
  const words = isOfPayment ? texts.expired.unpaid : texts.expired;
  return {
    subject: words.subject,
    blocks: [
      { kind: "paragraph", text: words.intro },
      {
        kind: "list",
        items: ended.map((line) => texts.expired.line(lineWords(line), texts.expired.why[line.what])),
      },
      ...(isOfPayment ? [{ kind: "paragraph" as const, text: texts.expired.unpaid.paid }] : []),
      { kind: "link", label: texts.planning, href: planning },
    ],
  };
}
