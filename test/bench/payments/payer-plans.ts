import { randomFrom } from "../opening/arrivals.ts";
import type { PayerPlan } from "./payer.ts";
import type { PayingTown } from "./paying-town.ts";

/** What people do on PayFiP's page, in thousandths. */
const CHOICES: readonly (readonly [PayerPlan["choice"], number])[] = [
  ["P", 640],
  ["V", 120],
  ["R", 70],
  ["Z", 30],
  ["A", 90],
  ["fermer", 50],
];

/** One plan for each invoice of the town, families mixed; the same seed gives the same plans. */
export function* payerPlans({ households, months }: PayingTown, seed: number): Generator<PayerPlan, void> {
  const random = randomFrom(seed);
  const often = (share: number) => random() < share;
  for (let month = 1; month <= months; month++) {
    const families = Array.from({ length: households }, (_, index) => ({ at: random(), number: index + 1 }));
    for (const { number } of families.toSorted((a, b) => a.at - b.at)) {
      yield {
        household: number,
        month,
        choice: choose(random()),
        leaves: often(0.15),
        clicksTwice: often(0.05),
        secondTab: often(0.05),
        checks: often(0.1),
        insists: often(0.6),
      };
    }
  }
}

function choose(drawn: number): PayerPlan["choice"] {
  let left = drawn * 1000;
  for (const [choice, share] of CHOICES) {
    left -= share;
    if (left < 0) return choice;
  }
  return "P";
}
