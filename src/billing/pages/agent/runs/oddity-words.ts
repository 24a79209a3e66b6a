import { holeSentence } from "#pricing";

import type { FoundOddity } from "../../../run/read-oddities.ts";
import { texts } from "./texts.fr.ts";

/** What is odd, in a sentence; the days are those of an unpriced place, in order. */
export function odditySentence({ facts, days }: Pick<FoundOddity, "facts" | "days">): string {
  switch (facts.kind) {
    case "unpriced":
      return texts.odd.unpriced(facts.what, days, holeSentence(facts.hole));
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
