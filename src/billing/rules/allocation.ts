import { cents, type Cents, type Id } from "#kernel";

/** What writes a line of an account. `transfer`: a debt handed over as a claim. */
export type EntryKind =
  | "invoice"
  | "complement"
  | "credit_note"
  | "payment"
  | "refund"
  | "write_off"
  | "reversal"
  | "transfer";

/** One line of one account, as the allocation reads it; what is owed counts up. */
export interface LedgerLine {
  readonly id: number;
  readonly kind: EntryKind;
  readonly cents: Cents;
  readonly day: Temporal.PlainDate;
  readonly invoiceId: Id<"invoice"> | null;
  /** Until when a document is to be paid. */
  readonly dueOn: Temporal.PlainDate | null;
  /** The documents chosen by whoever paid, in order. */
  readonly toward: readonly Id<"invoice">[];
  /** So much at most of each of them, in the same order; absent or empty: as much as is owed. */
  readonly shares?: readonly Cents[];
  /** The line that did not hold. */
  readonly reverses: number | null;
}

/** So much of a line in favour of the payer settles so much of a line that is owed. */
export interface Allocation {
  readonly credit: number;
  readonly debit: number;
  readonly cents: Cents;
}

/** What a line made of the others: it had a credit settle a debit or, with less than 0 cents, no longer settle it. */
export interface Move extends Allocation {
  /** The line that did it. */
  readonly by: number;
}

/** Where an account stands: who settles what, what is still owed of each line, what is left in the payer's favour. */
export interface Standing {
  readonly allocations: readonly Allocation[];
  /** How it came to this, in order. */
  readonly moves: readonly Move[];
  /** By line: what is owed of it still. Lines that are settled are not here. */
  readonly open: ReadonlyMap<number, Cents>;
  /** By line: what is left of it in the payer's favour. */
  readonly credit: ReadonlyMap<number, Cents>;
}

/**
 * @rule Ce qu’un règlement règle
 *
 * Un règlement règle d’abord les factures que le payeur a choisies, dans l’ordre, puis les plus anciennes (par date
 * limite). Ce qui reste est un crédit : il règle les factures suivantes dès leur émission. Un avoir et une remise font de
 * même. Un remboursement prend sur le crédit. Un rejet (un prélèvement qui revient impayé) rouvre les factures que ce
 * règlement avait réglées. S’il avait été remboursé, l’argent rendu était celui des autres règlements : les factures les
 * plus récentes qu’ils réglaient sont de nouveau à régler. Un titre (CESU, ANCV) règle de chaque facture ce qu’il peut
 * payer, pas plus.
 *
 * Exemple : une facture d’octobre 2026 de 40,00 €, une de novembre de 30,00 €. 35,00 € payés pour novembre règlent
 * novembre (30,00 €) et 5,00 € d’octobre ; il reste 35,00 € à régler. Si le paiement est rejeté, 70,00 € sont à régler.
 * 70,00 € payés deux fois, la deuxième fois rendus puis rejetés : rien n’a été reçu, les deux factures sont à régler.
 */
export function allocate(lines: readonly LedgerLine[]): Standing {
  const account = new Account();
  for (const line of lines) account.count(line);
  const { allocations, moves, open, credit } = account;
  return { allocations, moves, open: positive(open), credit: positive(credit) };
}

class Account {
  allocations: Allocation[] = [];
  readonly moves: Move[] = [];
  readonly open = new Map<number, number>();
  readonly credit = new Map<number, number>();
  /** What is or was owed, the oldest first. */
  readonly #debits: LedgerLine[] = [];
  /** Until when each of them was to be paid, in the same order: dates are compared once a line, not once a pair. */
  readonly #ages: string[] = [];
  /** The line that is being counted. */
  #by = 0;

  count(line: LedgerLine): void {
    this.#by = line.id;
    if (line.reverses !== null) {
      this.#undo(line.reverses);
      this.#useCredit();
      this.#coverRefunds();
    } else if (line.cents >= 0) this.#owe(line);
    else {
      this.credit.set(line.id, 0 - line.cents);
      for (const [position, invoice] of line.toward.entries())
        for (const debit of this.#debits)
          if (debit.invoiceId === invoice) this.#settle(line.id, debit.id, line.shares?.[position]);
    }
    this.#useCredit();
  }

  #owe(line: LedgerLine): void {
    this.open.set(line.id, line.cents);
    const age = (line.dueOn ?? line.day).toString();
    const place = this.#ages.findLastIndex((other) => other <= age) + 1;
    this.#ages.splice(place, 0, age);
    this.#debits.splice(place, 0, line);
  }

  /** What a payment had settled is owed again; what was left of it is gone. */
  #undo(credit: number): void {
    for (const made of this.allocations)
      if (made.credit === credit) {
        this.open.set(made.debit, (this.open.get(made.debit) ?? 0) + made.cents);
        this.moves.push({ ...made, cents: cents(0 - made.cents), by: this.#by });
      }
    this.allocations = this.allocations.filter((made) => made.credit !== credit);
    this.credit.delete(credit);
  }

  /** What was given back is covered before documents are: those come open again, the newest first, and can be paid. */
  #coverRefunds(): void {
    for (const refund of this.#debits) {
      if (refund.kind !== "refund") continue;
      for (const debit of this.#debits.toReversed())
        if (debit.kind !== "refund") this.#move(debit.id, refund.id);
    }
  }

  /** As much as is owed of the one is taken from what settles the other. */
  #move(from: number, to: number): void {
    for (const made of this.allocations.filter(({ debit }) => debit === from)) {
      const owed = this.open.get(to) ?? 0;
      const amount = Math.min(made.cents, owed);
      if (amount <= 0) return;
      this.open.set(to, owed - amount);
      this.open.set(from, (this.open.get(from) ?? 0) + amount);
      const left = made.cents - amount;
      this.allocations = [
        ...this.allocations.flatMap((one) =>
          one !== made ? [one] : left > 0 ? [{ ...made, cents: cents(left) }] : [],
        ),
        { credit: made.credit, debit: to, cents: cents(amount) },
      ];
      this.moves.push(
        { credit: made.credit, debit: from, cents: cents(0 - amount), by: this.#by },
        { credit: made.credit, debit: to, cents: cents(amount), by: this.#by },
      );
    }
  }

  /** Credits in the order in which they came, debits by age. */
  #useCredit(): void {
    for (const [credit, left] of this.credit)
      if (left > 0) for (const { id } of this.#debits) this.#settle(credit, id);
  }

  #settle(credit: number, debit: number, most = Infinity): void {
    const left = this.credit.get(credit) ?? 0;
    const owed = this.open.get(debit) ?? 0;
    const amount = Math.min(left, owed, most);
    if (amount <= 0) return;
    this.credit.set(credit, left - amount);
    this.open.set(debit, owed - amount);
    const made = { credit, debit, cents: cents(amount) };
    this.allocations.push(made);
    this.moves.push({ ...made, by: this.#by });
  }
}

function positive(amounts: ReadonlyMap<number, number>): ReadonlyMap<number, Cents> {
  return new Map([...amounts].flatMap(([id, amount]) => (amount > 0 ? [[id, cents(amount)] as const] : [])));
}
