import type { Id } from "#kernel";

import { allocate, type LedgerLine, type Move } from "./allocation.ts";
import { Shares, type Part } from "./shares.ts";

/** A line of an account, with what the means of a payment changes in the tax certificate. */
export interface CareLine extends LedgerLine {
  /** Paid by CESU, of which the certificate tells the part. */
  readonly cesu: boolean;
  /** What this CESU could pay of each document, as the desk judged it; null: not told, and all care is. */
  readonly admits: Admits | null;
}

/** What the documents of an account hold, by what each amount is for; the rest of a document is no care. */
export type CareParts = ReadonlyMap<Id<"invoice">, readonly Part[]>;

/** By document: the care (`careKey`) that a title may pay. */
export type Admits = Readonly<Record<Id<"invoice">, readonly string[]>>;

/** How the care of a child in a service is called in the parts of a document. */
export const careKey = (participant: Id<"participant">, activity: Id<"activity">): string =>
  `${participant} ${activity}`;

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
 * paie d’abord la garde que la régie a admise pour lui, et ce qui est payé autrement sur la même facture, d’abord le reste. Un remboursement ou un rejet diminue l’année où l’argent est rendu. Ce qui est remis, transmis
 * au Trésor ou compensé par un avoir n’est pas payé.
 *
 * Exemple : une facture de décembre 2026 a 40,00 € de garde et 10,00 € de repas. 25,00 € payés le 31 décembre comptent
 * 20,00 € en 2026, même enregistrés le 2 janvier ; les 25,00 € payés en janvier comptent 20,00 € en 2027. Si le premier
 * paiement est rejeté le 5 février, 2027 est diminuée de 20,00 €. 60,00 € de CESU sur une facture de 91,91 € de garde de
 * Rose et 4,00 € de Nathan, que la régie n’admet pas : 60,00 € pour Rose, rien pour Nathan.
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
  /** What each credit settles of each document, to be taken back, whole or in part, where it no longer does. */
  readonly #held = new Map<string, Shares>();
  /** What a key of those says. */
  readonly #pieces = new Map<string, Piece>();
  /** The documents that a CESU pays, with what it may: whatever else pays them pays first what a CESU may not. */
  readonly #byCesu = new Map<number, ReadonlySet<string>>();
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
    for (const { credit, debit } of moves) {
      const title = this.#lines.get(credit);
      if (title?.cesu !== true) continue;
      const before = this.#byCesu.get(debit) ?? new Set();
      this.#byCesu.set(debit, before.union(new Set(this.#admitted(title, debit))));
    }
  }

  /** What a CESU may pay of a document. */
  #admitted({ admits }: CareLine, debit: number): readonly string[] {
    const document = this.#lines.get(debit)?.invoiceId;
    const told = document === null || document === undefined ? undefined : admits?.[document];
    return (
      told ??
      this.#shares
        .get(debit)
        ?.keys()
        .filter((key) => key !== REST) ??
      []
    );
  }

  count({ credit: from, debit: to, cents, by }: Move) {
    const credit = this.#lines.get(from);
    const debit = this.#lines.get(to);
    const cause = this.#lines.get(by);
    if (credit === undefined || debit === undefined || cause === undefined) return;
    if (cents < 0) return this.#takeBack(credit, debit, 0 - cents, cause.day.year);
    const shares = this.#shares.get(to);
    if (credit.kind === "payment") {
      if (shares === undefined) return;
      const byCesu = this.#byCesu.get(to);
      const others = byCesu === undefined ? [] : shares.keys().filter((key) => !byCesu.has(key));
      const parts = credit.cesu
        ? shares.takeFirst(cents, this.#admitted(credit, to), [REST])
        : shares.takeFirst(cents, others);
      this.#hold(from, to, parts.map(ofDocument));
      this.#add(credit.day.year, parts, 1, credit.cesu);
    } else if (credit.kind === "credit_note") this.#useNote(from, to, cents, cause.day.year);
    else if (shares !== undefined) this.#hold(from, to, shares.take(cents).map(ofDocument));
  }

  /** A credit note moves what was paid for one thing to another, or gives it back. */
  #useNote(from: number, to: number, cents: number, year: number) {
    const note = this.#shares.get(from);
    if (note === undefined) return;
    const document = this.#shares.get(to);
    const taken = note.takeFirst(cents, document?.keys() ?? []);
    this.#add(year, taken, -1, false);
    for (const { key, cents: amount } of taken) {
      if (document === undefined || amount <= 0) {
        this.#hold(from, to, [{ note: key, document: null, cents: amount }]);
        continue;
      }
      const settled = document.takeFirst(amount, [key]);
      this.#hold(
        from,
        to,
        settled.map((part) => ({ note: key, document: part.key, cents: part.cents })),
      );
      this.#add(year, settled, 1, false);
    }
  }

  /** What a credit settled is owed again, each thing in proportion; a credit note has it again to move. */
  #takeBack(credit: CareLine, debit: CareLine, cents: number, year: number) {
    for (const piece of this.#held.get(pair(credit.id, debit.id))?.take(cents) ?? []) {
      const { note, document } = this.#pieces.get(piece.key) ?? ofDocument(piece);
      if (note !== null) {
        const back = [{ key: note, cents: piece.cents }];
        this.#shares.get(credit.id)?.give(back);
        this.#add(year, back, 1, false);
      }
      if (document === null) continue;
      const back = [{ key: document, cents: piece.cents }];
      this.#shares.get(debit.id)?.give(back);
      if (credit.kind === "payment" || note !== null) this.#add(year, back, -1, credit.cesu);
    }
  }

  #hold(from: number, to: number, pieces: readonly Piece[]) {
    const name = pair(from, to);
    const held = this.#held.get(name) ?? new Shares([]);
    for (const piece of pieces) {
      const key = JSON.stringify([piece.note, piece.document]);
      this.#pieces.set(key, piece);
      held.give([{ key, cents: piece.cents }]);
    }
    this.#held.set(name, held);
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

/** So much of one thing of a document, settled by a payment or by one thing of a credit note. */
interface Piece {
  readonly note: string | null;
  /** Null where a credit note was given back in money. */
  readonly document: string | null;
  readonly cents: number;
}

function ofDocument({ key, cents }: Part): Piece {
  return { note: null, document: key, cents };
}

const pair = (from: number, to: number) => `${from} ${to}`;
