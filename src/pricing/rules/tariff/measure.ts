import { type Exact, exact, over } from "../exact.ts";
import type { ChargeFacts } from "./charge-facts.ts";
import type { PsuTables } from "../psu/psu-tables.ts";
import type { Measure, Rounding } from "./grammar.ts";
import { type Amount, type Hole, hole } from "./price.ts";

/** The quotient that a price is computed with. */
export type QfReading =
  | { readonly kind: "value"; readonly value: Exact; readonly text: string }
  /** As if it were above everything. */
  | { readonly kind: "highest" }
  | { readonly kind: "none"; readonly why: "missing" | "outdated" };

/** What a form computes from. */
export interface Reading {
  readonly facts: ChargeFacts;
  readonly qf: QfReading;
  readonly rounding: Rounding;
  /** The scale of nurseries; undefined where nobody gave it. */
  readonly psu?: PsuTables | undefined;
}

/** A form that was read: it gives the amount, or the hole that it falls in. */
export type Evaluate = (reading: Reading) => Amount | Hole;

/** What a measure is for one charge. */
export type Measured = Exclude<QfReading, { kind: "none" }> | Hole;

/** The value of a measure; `highest` only for a quotient that the authority's rule puts above all others. */
export function measure(of: Measure, { facts, qf }: Reading): Measured {
  switch (of) {
    case "qf":
      return qf.kind === "none" ? hole({ code: "noQf", why: qf.why }) : qf;
    case "monthlyIncome":
    case "annualIncome": {
      const { annualIncome } = facts;
      if (annualIncome === undefined) return hole({ code: "missingFact", fact: "annualIncome" });
      const value = exact(annualIncome);
      const ofOne = of === "annualIncome" ? value : over(value, 12n);
      return { kind: "value", value: ofOne, text: annualIncome };
    }
    case "cost":
    case "minutes":
    case "days":
    case "rank":
    case "enrolledChildren":
    case "householdChildren":
    case "age": {
      const known = facts[of];
      if (known === undefined) return hole({ code: "missingFact", fact: of });
      return { kind: "value", value: exact(known), text: String(known) };
    }
  }
}
