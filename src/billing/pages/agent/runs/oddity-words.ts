import { holeSentence } from "#pricing";

import type { OddityFacts } from "../../../run/oddities.ts";
import type { FoundOddity } from "../../../run/read-oddities.ts";
import { texts } from "./texts.fr.ts";
import { givenTexts } from "./given-texts.fr.ts";

/** What is odd, in a sentence; the days are those of a place without a price, or with a given one, in order. */
export function odditySentence({ facts, days }: Pick<FoundOddity, "facts" | "days">): string {
  switch (facts.kind) {
    case "unpriced":
      return texts.odd.unpriced(facts.what, days, holeSentence(facts.hole));
    case "given":
      return givenTexts.given(facts.what, days, facts);
    case "no_charge":
      return texts.odd.noCharge(facts.bookings);
    case "unattended":
      return texts.odd.unattended(facts.count, facts.days);
    case "jump":
      return texts.odd.jump(facts.before, facts.now);
    case "no_qf":
      return texts.odd.noQf(facts.count, facts.why);
    case "disputed":
      return texts.odd.disputed(facts.what, days, facts.answer, Temporal.PlainYearMonth.from(facts.month));
    case "left_out":
      return texts.odd.leftOutBefore(facts.what, days, facts.why, Temporal.PlainYearMonth.from(facts.month));
    case "no_address":
      return texts.odd.noAddress;
  }
}

/**
 * What a kind of oddity is called; a price that nobody can tell keeps the month from being issued as long as one is not
 * left out.
 */
export function oddityName(kind: OddityFacts["kind"], someRemain: boolean): string {
  const name = texts.odd.kinds[kind];
  return kind === "unpriced" && someRemain ? texts.odd.blocks(name) : name;
}
