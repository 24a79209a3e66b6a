import { cents, type Cents, type Id } from "#kernel";

import type { Owed, PricedSource } from "./owed.ts";
import { payerKey } from "./payers-in-order.ts";

/** What issued charges of a month hold for a source: the sum, and how the last of them was named. */
export interface ChargedSource extends Omit<PricedSource<never>, "facts"> {
  /** The invoice that holds the last of them; null while it waits for one. */
  readonly invoiceId: Id<"invoice"> | null;
}

/** What a charge keeps when its source is owed no longer: cancelled since, or paid by somebody else. */
export interface GoneFacts {
  readonly gone: true;
}

/** A charge to write. */
export interface NewCharge<Facts> extends Omit<PricedSource<never>, "cents" | "facts"> {
  readonly amount: Cents;
  /** What the source costs, once this is counted. */
  readonly owed: Cents;
  readonly facts: Facts | GoneFacts;
  readonly corrects: Id<"invoice"> | null;
}

/**
 * @rule Ce qui est dû, moins ce qui est déjà facturé
 *
 * Une facturation calcule tout ce que le mois doit, source par source (une réservation, un contrat, une pénalité), puis
 * retire ce que les factures émises du même mois contiennent déjà pour la même source et le même payeur. La première
 * facturation émet donc tout ; la suivante, rien ; après une correction, seulement la différence. Une source qui n'est
 * plus due est rendue en entier. Une source dont le prix ne peut pas être dit n'est ni facturée ni rendue.
 *
 * Exemple : le repas du 12 novembre 2026 est facturé 4,00 € ; le certificat arrive, il n'est plus dû que 0,00 € : la
 * facturation suivante de novembre porte une ligne de −4,00 €.
 */
export function difference<Facts>(
  owed: readonly PricedSource<Facts>[],
  charged: readonly ChargedSource[],
  unpriced: readonly Pick<Owed, "payer" | "sourceKey">[],
): readonly NewCharge<Facts>[] {
  const before = new Map(charged.map((source) => [keyOf(source), source]));
  const settled = new Set(unpriced.map((source) => keyOf(source)));
  const found: NewCharge<Facts>[] = [];
  for (const { cents: due, ...charge } of owed) {
    const key = keyOf(charge);
    if (settled.has(key)) throw new Error(`${charge.sourceKey} is given twice`);
    settled.add(key);
    const earlier = before.get(key);
    const amount = cents(due - (earlier?.cents ?? 0));
    if (earlier !== undefined && amount === 0) continue;
    found.push({ ...charge, amount, owed: due, corrects: earlier?.invoiceId ?? null });
  }
  for (const [key, { cents: paid, invoiceId, ...source }] of before) {
    if (settled.has(key) || paid === 0) continue;
    found.push({
      ...source,
      amount: cents(0 - paid),
      owed: cents(0),
      facts: { gone: true },
      corrects: invoiceId,
    });
  }
  return found;
}

function keyOf({ payer, sourceKey }: Pick<Owed, "payer" | "sourceKey">): string {
  return `${payerKey(payer)} ${sourceKey}`;
}
