import type { SignedInVisit } from "#identity";
import { cents, ok, parisDate, refuse, type Cents, type Id, type Result } from "#kernel";
import { writeJournal, type Reads } from "#platform";

import { lockAccount, postEntry } from "../account/post-entry.ts";
import { accountsOf } from "../account/reach.ts";
import { ledgerLines, openInvoices, openByInvoice, type OpenInvoice } from "../account/standing.ts";
import type { Payer } from "../rules/owed.ts";
import { payerKey } from "../rules/payers-in-order.ts";

/** What the authority gives up of what a payer owes. */
export interface NewWriteOff {
  /** The form's own key: sent twice, it is recorded once. */
  readonly id: Id<"writeOff">;
  readonly payer: Payer;
  readonly cents: Cents;
  /** The act that decided it: « délibération 2026-41 ». */
  readonly decision: string;
  readonly decidedOn: Temporal.PlainDate;
  readonly reason: string;
  /** The document it settles first; null: the oldest. */
  readonly toward: Id<"invoice"> | null;
}

/** Why nothing was given up; `most` is what is owed. */
export type WriteOffRefusal =
  | { readonly code: "nothing-owed" }
  | { readonly code: "too-much"; readonly most: Cents }
  /** This form has recorded another write-off already. */
  | { readonly code: "used" }
  | { readonly code: "settled" };

/** What a write-off would do, told before it is done. */
export interface WriteOffPreview {
  readonly before: Cents;
  readonly after: Cents;
  /** The documents it touches, with what is owed of each before and after. */
  readonly touched: readonly (OpenInvoice & { readonly left: Cents })[];
}

/**
 * @rule Ce que la collectivité peut remettre
 *
 * Une remise ne dépasse pas ce que le payeur doit. Elle dit l’acte qui l’a décidée, sa date et sa raison ; elle ne
 * s’efface pas. Elle règle d’abord la facture choisie, puis les plus anciennes. Seuls le régisseur et l’administrateur
 * l’inscrivent.
 *
 * Exemple : 57,60 € dus ; le CCAS accorde 30,00 € par la décision 2026-12 du 1er décembre 2026 : il reste 27,60 €.
 */
export async function previewWriteOff(
  reads: Reads,
  { payer, cents: amount, toward }: Pick<NewWriteOff, "payer" | "cents" | "toward">,
  today: Temporal.PlainDate,
): Promise<Result<WriteOffPreview, WriteOffRefusal>> {
  const lines =
    (await ledgerLines(reads, accountsOf(payer.householdId, payer.guardianId))).get(payerKey(payer)) ?? [];
  const before = lines.reduce((sum, line) => sum + line.cents, 0);
  if (before <= 0) return refuse({ code: "nothing-owed" });
  if (amount < 1 || amount > before) return refuse({ code: "too-much", most: cents(before) });
  const open = await openInvoices(reads, payer);
  if (toward !== null && !open.some(({ id }) => id === toward)) return refuse({ code: "settled" });
  const next = {
    id: Math.max(...lines.map(({ id }) => id)) + 1,
    kind: "write_off" as const,
    cents: cents(0 - amount),
    day: today,
    ...{ invoiceId: null, dueOn: null, reverses: null },
    toward: toward === null ? [] : [toward],
  };
  const after = openByInvoice([...lines, next]);
  const left = open.map((invoice) => ({ ...invoice, left: after.get(invoice.id) ?? cents(0) }));
  return ok({
    before: cents(before),
    after: cents(before - amount),
    touched: left.filter((invoice) => invoice.left !== invoice.open),
  });
}

/** Gives up what the authority decided, once; judged in the transaction that writes it. */
export async function writeOff(
  { actor, database, now, address }: SignedInVisit,
  { id, payer, cents: amount, decision, decidedOn, reason, toward }: NewWriteOff,
): Promise<Result<null, WriteOffRefusal>> {
  const day = parisDate(now);
  return database.write(async (writes) => {
    await lockAccount(writes, payer);
    const known = await writes.row<{ guardianId: Id<"guardian">; cents: Cents; decision: string }>(
      "billing_write_off_known",
      `select guardian_id as "guardianId", amount_cents as cents, decision from write_off where id = $1`,
      [id],
    );
    if (known !== undefined) {
      const isSame =
        known.guardianId === payer.guardianId && known.cents === amount && known.decision === decision;
      return isSame ? ok(null) : refuse({ code: "used" });
    }
    const allowed = await previewWriteOff(writes, { payer, cents: amount, toward }, day);
    if (!allowed.ok) return allowed;
    await writes.run(
      "billing_write_off_write",
      `insert into write_off (id, household_id, guardian_id, amount_cents, decision, decided_on, reason, day, by_label, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, payer.householdId, payer.guardianId, amount, decision, decidedOn.toString(), reason],
        ...[day.toString(), actor.name, now.toString()],
      ],
    );
    await postEntry(writes, {
      ...{ payer, cents: amount, day, at: now },
      kind: "write_off",
      sourceId: id,
      toward: toward === null ? [] : [toward],
    });
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.written-off",
      objectKind: "guardian",
      objectId: payer.guardianId,
      householdId: payer.householdId,
      reason,
      facts: { cents: amount, decision, decidedOn: decidedOn.toString() },
      address,
    });
    return ok(null);
  });
}
