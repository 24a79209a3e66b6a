import type { GuardianVisit, SignedInVisit } from "#identity";
import { ok, refuse, type Id, type Result } from "#kernel";
import { announce, writeJournal } from "#platform";

import { correctionsOf } from "../account/corrections.ts";
import { readInvoice } from "../account/read-invoice.ts";
import { accountReach } from "../account/reach.ts";
import { acknowledgeDispute, acknowledgedDispute } from "./acknowledged-dispute.ts";
import type { DisputeOutcome } from "./dispute.ts";

/** Why a dispute was not taken. */
export type DisputeRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "waits" }
  /** A later document corrects the line: what it costs now is disputed there. */
  | { readonly code: "corrected"; readonly by: Id<"invoice"> };

/**
 * « Je conteste cette ligne »: keeps the reason, and shows it to the agents. Sent twice, it is kept once. Refuses a line
 * whose dispute waits for an answer already, and one that a later document corrects.
 * @returns whether it was acknowledged, which it is once the authority has said what the law wants
 */
export function disputeLine(
  { actor, authority, database, now, address }: GuardianVisit,
  sent: { id: Id<"dispute">; invoice: Id<"invoice">; position: number; reason: string },
): Promise<Result<"acknowledged" | "kept", DisputeRefusal>> {
  return database.write(async (writes) => {
    const invoice = await readInvoice(writes, accountReach(actor), sent.invoice);
    const line = invoice?.lines.find(({ position }) => position === sent.position);
    if (invoice === undefined || line === undefined || line.facts === null)
      return refuse({ code: "unknown" });
    const kept = await writes.run(
      "billing_dispute_line",
      `insert into line_dispute (id, charge_id, invoice_id, account_id, guardian_id, by_label, reason, at)
       select $1, $2, $3, $4, $5, $6, $7, $8
       where not exists (select from charge c
                         join invoice_line l on l.charge_id = c.id
                         where c.corrects = $3 and c.source_key = $9)
       on conflict do nothing`,
      [
        sent.id,
        line.chargeId,
        invoice.id,
        actor.accountId,
        actor.guardian.id,
        actor.name,
        sent.reason,
        now.toString(),
        line.sourceKey,
      ],
    );
    if (kept === 0) {
      const same = await writes.row("billing_same_dispute", "select id from line_dispute where id = $1", [
        sent.id,
      ]);
      if (same !== undefined)
        return ok((await acknowledgedDispute(writes, sent.id)) === undefined ? "kept" : "acknowledged");
      const by = (await correctionsOf(writes, invoice.id)).get(line.sourceKey)?.at(-1)?.id;
      return by === undefined ? refuse({ code: "waits" }) : refuse({ code: "corrected", by });
    }
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.line-disputed",
      objectKind: "invoice",
      objectId: invoice.id,
      householdId: invoice.householdId,
      facts: { position: line.position },
      address,
    });
    if (!(await acknowledgeDispute(writes, sent.id, now))) return ok("kept");
    await announce(writes, authority.id, { type: "billing.disputed", facts: { dispute: sent.id } });
    return ok("acknowledged");
  });
}

/** Answers a dispute; the family reads it on the line, and is written to. The first answer holds. */
export function answerDispute(
  { actor, authority, database, now, address }: SignedInVisit,
  { id, outcome, answer }: { id: Id<"dispute">; outcome: DisputeOutcome; answer: string },
): Promise<Result<null, { readonly code: "unknown" } | { readonly code: "answered" }>> {
  return database.write(async (writes) => {
    const row = await writes.row<{ answered: boolean; invoiceId: Id<"invoice">; householdId: string }>(
      "billing_dispute_lock",
      `select d.answered_at is not null as answered, d.invoice_id as "invoiceId", i.household_id as "householdId"
       from line_dispute d join invoice i on i.id = d.invoice_id
       where d.id = $1 for update of d`,
      [id],
    );
    if (row === undefined) return refuse({ code: "unknown" });
    if (row.answered) return refuse({ code: "answered" });
    await writes.run(
      "billing_dispute_answer",
      `update line_dispute set outcome = $2, answer = $3, answered_by = $4, answered_at = $5 where id = $1`,
      [id, outcome, answer, actor.name, now.toString()],
    );
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.dispute-answered",
      objectKind: "invoice",
      objectId: row.invoiceId,
      householdId: row.householdId,
      reason: answer,
      facts: { outcome },
      address,
    });
    await announce(writes, authority.id, { type: "billing.disputeAnswered", facts: { dispute: id } });
    return ok(null);
  });
}
