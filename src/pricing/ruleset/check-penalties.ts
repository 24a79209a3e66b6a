import type { NamedOffer } from "#activities";
import type { Finding } from "#kernel";

import { daysMeet, meet, unitsOf, whensMeet } from "./scoped.ts";
import type { PriceEntry, PriceSections } from "./section.ts";
import { texts } from "./texts.fr.ts";

type PenaltyEntry = NonNullable<PriceSections["penalties"]>[number];

/** Refuses two penalties of one kind for one event at one time, and a span of times upside down. */
export function checkPenalties(penalties: readonly PenaltyEntry[], offer: NamedOffer): readonly Finding[] {
  return penalties.flatMap((penalty, index): readonly Finding[] => {
    const path = ["penalties", index];
    if ((penalty.fromTime ?? 1) > (penalty.toTime ?? Infinity))
      return [{ path: [...path, "toTime"], kind: "refused", sentence: texts.timesUpsideDown }];
    if (givesBack(penalty)) return [{ path, kind: "refused", sentence: texts.penaltyBelow }];
    const same = penalties
      .slice(0, index)
      .some((other) => contradict(other, penalty) && meet(other, penalty, offer));
    return same ? [{ path, kind: "refused", sentence: texts.penaltyTwice }] : [];
  });
}

/** Whether it would make a price lower, or cost nothing: « 0.5 » times a price is less than the price. */
function givesBack({ on, plus, times, percent }: PenaltyEntry): boolean {
  const least = on === "lateCancellation" ? 0 : 1;
  return Number(plus ?? 1) <= 0 || Number(percent ?? 1) <= 0 || Number(times ?? 2) <= least;
}

function contradict(a: PenaltyEntry, b: PenaltyEntry): boolean {
  return (
    a.on === b.on &&
    EFFECTS.some((effect) => effect in a && effect in b) &&
    (a.fromTime ?? 1) <= (b.toTime ?? Infinity) &&
    (b.fromTime ?? 1) <= (a.toTime ?? Infinity) &&
    whensMeet(a.when, b.when)
  );
}

/** Two kinds may add up: « 5,49 € au lieu du prix » and « 5 € de plus à partir de la 3ᵉ fois ». */
const EFFECTS = ["plus", "times", "percent", "instead"] as const;

/** Warns of late cancellations of what is not due by the slot or by the week: there the price stays, and no penalty is counted. */
export function notCancelledAlone(
  penalties: readonly PenaltyEntry[],
  prices: readonly PriceEntry[],
  offer: NamedOffer,
): readonly Finding[] {
  return penalties.flatMap((penalty, index): readonly Finding[] => {
    if (penalty.on !== "lateCancellation") return [];
    const whole = prices.filter(
      (entry) => isWhole(entry) && daysMeet(entry, penalty) && meet(entry, penalty, offer),
    );
    const own = unitsOf(penalty, offer);
    const units = [...new Set(whole.flatMap((entry) => unitsOf(entry, offer)))].filter((one) =>
      own.includes(one),
    );
    if (units.length === 0) return [];
    return [{ path: ["penalties", index, "on"], kind: "warning", sentence: texts.penaltyOfWhole(units) }];
  });
}

/** Due for a month, a season or by a contract, whatever is given back of it. */
function isWhole({ every, price }: PriceEntry): boolean {
  return every === "month" || every === "season" || (typeof price === "object" && price.kind === "psu");
}
