import type { Id } from "#kernel";

import { allocate, type LedgerLine, type Move } from "./allocation.ts";
import { Shares, type Part } from "./shares.ts";

/** A line of an account, with what the means of a payment changes in the tax certificate. */
export interface CareLine extends LedgerLine {
  /** Paid by CESU, of which the certificate tells the part. */
  readonly cesu: boolean;
}

/** What the documents of an account hold, by what each amount is for; the rest of a document is no care. */
export type CareParts = ReadonlyMap<Id<"invoice">, readonly Part[]>;

/** Money paid for one care in a calendar year; less than 0 where more was given back than paid. */
export interface CarePaid extends Part {
  readonly year: number;
  /** The part paid by CESU. */
  readonly cesu: number;
}

/** What is in a document beside care. */
const REST = "";

/**
 * @rule Ce que compte l’attestation fiscale
 *
 * Ce qui a été payé pour la garde, l’année du paiement (CGI, article 200 quater B) : c’est le jour du paiement qui
 * compte, non le mois de la facture ni le jour où il est enregistré. Une avance compte l’année où elle est versée, dès
 * qu’une facture l’emploie. Un paiement qui ne couvre qu’une part d’une facture paie chaque ligne en proportion ; un CESU
 * paie d’abord la garde, et ce qui est payé autrement sur la même facture, d’abord le reste. Un remboursement ou un rejet diminue l’année où l’argent est rendu. Ce qui est remis, transmis
 * au Trésor ou compensé par un avoir n’est pas payé.
 *
 * Exemple : une facture de décembre 2026 a 40,00 € de garde et 10,00 € de repas. 25,00 € payés le 31 décembre comptent
 * 20,00 € en 2026, même enregistrés le 2 janvier ; les 25,00 € payés en janvier comptent 20,00 € en 2027. Si le premier
 * paiement est rejeté le 5 février, 2027 est diminuée de 20,00 €.
 */
export function carePaid(lines: readonly CareLine[], parts: CareParts): readonly CarePaid[] {
  const counting = new Counting(lines, parts);
  const { moves } = allocate(lines);
  counting.expectCesu(moves);
  for (const move of moves) counting.count(move);
  return counting.paid();
}

class Counting {
  readonly #lines: ReadonlyMap<number, CareLine>;
  readonly #shares: ReadonlyMap<number, Shares>;
  /** What each payment had paid of each document, to be taken back where it does not hold. */
  readonly #held = new Map<string, Part[]>();
  /** The documents that a CESU pays: whatever else pays them pays first what a CESU may not. */
  readonly #byCesu = new Set<number>();
  readonly #paid = new Map<string, { year: number; key: string; cents: number; cesu: number }>();

  constructor(lines: readonly CareLine[], parts: CareParts) {
    this.#lines = new Map(lines.map((line) => [line.id, line]));
    this.#shares = new Map(
      lines.flatMap(({ id, invoiceId, cents }) =>
        invoiceId === null
          ? []
          : [[id, new Shares(whole(Math.sign(cents) || 1, cents, parts.get(invoiceId) ?? []))] as const],
      ),
    );
  }

  expectCesu(moves: readonly Move[]) {
    for (const { credit, debit } of moves)
      if (this.#lines.get(credit)?.cesu === true) this.#byCesu.add(debit);
  }

  count({ credit: from, debit: to, cents, by }: Move) {
    const credit = this.#lines.get(from);
    const debit = this.#lines.get(to);
    const cause = this.#lines.get(by);
    if (credit === undefined || debit === undefined || cause === undefined) return;
    if (cents < 0) return this.#takeBack(credit, debit, cause.day.year);
    const shares = this.#shares.get(to);
    if (credit.kind === "payment") {
      if (shares === undefined) return;
      const others = this.#byCesu.has(to) ? [REST] : [];
      const first = credit.cesu ? shares.keys().filter((key) => key !== REST) : others;
      const parts = shares.takeFirst(cents, first);
      this.#hold(from, to, parts);
      this.#add(credit.day.year, parts, 1, credit.cesu);
    } else if (credit.kind === "credit_note") this.#useNote(from, to, cents, cause.day.year);
    else if (shares !== undefined) this.#hold(from, to, shares.take(cents));
  }

  /** A credit note moves what was paid for one thing to another, or gives it back. */
  #useNote(from: number, to: number, cents: number, year: number) {
    const note = this.#shares.get(from);
    if (note === undefined) return;
    const document = this.#shares.get(to);
    const taken = note.takeFirst(cents, document?.keys() ?? []);
    this.#add(year, taken, -1, false);
    if (document === undefined) return;
    for (const { key, cents: amount } of taken)
      if (amount > 0) this.#add(year, document.takeFirst(amount, [key]), 1, false);
  }

  #takeBack(credit: CareLine, debit: CareLine, year: number) {
    const name = `${credit.id} ${debit.id}`;
    const parts = this.#held.get(name) ?? [];
    this.#held.delete(name);
    this.#shares.get(debit.id)?.give(parts);
    if (credit.kind === "payment") this.#add(year, parts, -1, credit.cesu);
  }

  #hold(from: number, to: number, parts: readonly Part[]) {
    const name = `${from} ${to}`;
    this.#held.set(name, [...(this.#held.get(name) ?? []), ...parts]);
  }

  #add(year: number, parts: readonly Part[], sign: 1 | -1, cesu: boolean) {
    for (const { key, cents } of parts) {
      const name = `${year} ${key}`;
      const paid = this.#paid.get(name) ?? { year, key, cents: 0, cesu: 0 };
      paid.cents += sign * cents;
      if (cesu) paid.cesu += sign * cents;
      this.#paid.set(name, paid);
    }
  }

  /** What is no care is left out. */
  paid(): readonly CarePaid[] {
    return [...this.#paid.values()].filter(
      ({ key, cents, cesu }) => key !== REST && (cents !== 0 || cesu !== 0),
    );
  }
}

/** The parts of a document, turned so that its whole counts up, and what is left of it. */
function whole(sign: number, total: number, parts: readonly Part[]): readonly Part[] {
  const care = parts.map(({ key, cents }) => ({ key, cents: sign * cents }));
  const rest = sign * total - care.reduce((sum, { cents }) => sum + cents, 0);
  return [...care, { key: REST, cents: rest }];
}
