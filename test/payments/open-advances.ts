import { cents } from "#kernel";

import { changeAdvanceRule } from "../../src/billing/advances/advance-rule.ts";
import type { PayingTown } from "./paying-town.ts";

/** Lets families pay in advance: 10,00 € to 200,00 €, told below 10,00 € unless they choose 0 to 50,00 €. */
export function openAdvances(paying: PayingTown): Promise<void> {
  return changeAdvanceRule(paying.agent(), {
    from: Temporal.PlainDate.from("2026-11-12"),
    rule: {
      opened: true,
      least: cents(1000),
      most: cents(20_000),
      alertLeast: cents(0),
      alert: cents(1000),
      alertMost: cents(5000),
    },
  });
}
