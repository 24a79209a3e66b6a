import { holeSentence } from "#pricing";

import type { OddityFacts } from "../../../run/oddities.ts";
import { texts } from "./texts.fr.ts";

/** What is odd, in a sentence. */
export function odditySentence(facts: OddityFacts): string {
  switch (facts.kind) {
    case "unpriced":
      return texts.odd.unpriced(facts.what, facts.day, holeSentence(facts.hole));
    case "no_charge":
      return texts.odd.noCharge(facts.bookings);
    case "unattended":
      return texts.odd.unattended(facts.count, facts.days);
    case "jump":
      return texts.odd.jump(facts.before, facts.now);
    case "no_qf":
      return texts.odd.noQf(facts.count, facts.why);
    case "no_address":
      return texts.odd.noAddress;
  }
}
