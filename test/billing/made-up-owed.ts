import { cents, type Id } from "#kernel";
import type { OwedCharge, OwedCharges, Payer, PayerOfMonth, Unpriced, UnpointedDay } from "#billing";

/** One fact of a made-up month, in plain JSON: a child process of a test reads it too. */
export interface MadeUpFact {
  householdId: Id<"household">;
  guardianId: Id<"guardian">;
  sourceKey: string;
  day: string;
  /** Null: nobody can tell the price. */
  cents: number | null;
  attended?: boolean | null;
  why?: OwedCharge["facts"]["why"];
  priced?: OwedCharge["facts"]["priced"];
  participant?: OwedCharge["participant"];
  activity?: OwedCharge["activity"];
  unit?: OwedCharge["unit"];
  kind?: OwedCharge["kind"];
}

const keyOf = ({ householdId, guardianId }: Payer) => `${householdId} ${guardianId}`;

/** What months owe, as a test says; it may say something else before the next run. */
export class MadeUpOwed implements OwedCharges {
  facts: readonly MadeUpFact[];
  /** Payers with bookings and nothing to pay. */
  idle: readonly PayerOfMonth[] = [];
  days: readonly UnpointedDay[] = [];

  constructor(facts: readonly MadeUpFact[] = []) {
    this.facts = facts;
  }

  countPayers(_reads: unknown, month: Temporal.PlainYearMonth): Promise<number> {
    return Promise.resolve(this.#payers(month).length);
  }

  payersAfter(_reads: unknown, month: Temporal.PlainYearMonth, after: Payer | null, count: number) {
    const found = this.#payers(month).filter((payer) => after === null || keyOf(payer) > keyOf(after));
    return Promise.resolve(found.slice(0, count));
  }

  owedBy(_reads: unknown, month: Temporal.PlainYearMonth, payers: readonly Payer[]) {
    const asked = new Set(payers.map(keyOf));
    const charges: OwedCharge[] = [];
    const unpriced: Unpriced[] = [];
    for (const fact of this.#of(month)) {
      if (!asked.has(keyOf(fact))) continue;
      const { householdId, guardianId, sourceKey, attended = null, why = [], priced = {} } = fact;
      const owed = {
        payer: { householdId, guardianId },
        sourceKey,
        participant: fact.participant ?? null,
        activity: fact.activity ?? null,
        unit: fact.unit ?? null,
        day: Temporal.PlainDate.from(fact.day),
      };
      const { kind = "unit" } = fact;
      if (fact.cents === null)
        unpriced.push({ ...owed, kind, priced, attended, hole: { kind: "hole", code: "noTariff" } });
      else charges.push({ ...owed, kind, cents: cents(fact.cents), facts: { why, priced, attended } });
    }
    return Promise.resolve({ charges, unpriced });
  }

  unpointed(): Promise<readonly UnpointedDay[]> {
    return Promise.resolve(this.days);
  }

  #of(month: Temporal.PlainYearMonth) {
    return this.facts.filter(({ day }) => day.startsWith(month.toString()));
  }

  #payers(month: Temporal.PlainYearMonth): PayerOfMonth[] {
    const counted = new Map<string, PayerOfMonth>(this.idle.map((payer) => [keyOf(payer), payer]));
    for (const { householdId, guardianId } of this.#of(month)) {
      const key = keyOf({ householdId, guardianId });
      counted.set(key, { householdId, guardianId, bookings: (counted.get(key)?.bookings ?? 0) + 1 });
    }
    return [...counted].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, payer]) => payer);
  }
}
