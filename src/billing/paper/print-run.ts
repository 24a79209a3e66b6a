import { originOf, type Authority, type Handler, type SignedInVisit } from "#identity";
import { ok, parisDate, refuse, type Id, type Result } from "#kernel";
import { announce, formId, printAside, printPdf, writeJournal, type SchemaDatabase } from "#platform";
import { z } from "zod";

import { owedAtIssue } from "../account/owed-at-issue.ts";
import { readInvoice } from "../account/read-invoice.ts";
import { NO_WAY, type Settling } from "../account/settling.ts";
import { invoiceSheet, type InvoiceSheet } from "../pdf/invoice-sheet.ts";
import { texts } from "../pdf/texts.fr.ts";
import { readRun, type Run } from "../run/run.ts";
import { AT_ONCE, invoicesOnPaper, readPrint } from "./paper-invoices.ts";

/** Documents read in one transaction; the agent sees the count move after each. */
const BATCH = 25;
const event = z.object({ run: formId<"run">() });

type PrintRefusal =
  | { readonly code: "unknown" }
  | { readonly code: "not-issued" }
  | { readonly code: "none" };

/** Asks for the file of a run's paper documents, once: a job makes it. */
export function askPrint(
  { actor, authority, database, now, address }: SignedInVisit,
  id: Id<"run">,
): Promise<Result<null, PrintRefusal>> {
  return database.write(async (writes) => {
    const run = await readRun(writes, id);
    if (run === undefined) return refuse({ code: "unknown" });
    if (run.state !== "issued") return refuse({ code: "not-issued" });
    const total = (await invoicesOnPaper(writes, id)).length;
    if (total === 0) return refuse({ code: "none" });
    const asked = await writes.run(
      "billing_ask_print",
      `insert into paper_print (run_id, total, by_label, asked_at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [id, total, actor.name, now.toString()],
    );
    if (asked === 0) return ok(null);
    await writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "billing.paper-asked",
      objectKind: "run",
      objectId: id,
      facts: { month: run.month.toString(), documents: total },
      address,
    });
    await announce(writes, authority.id, { type: "billing.paperAsked", facts: { run: id } });
    return ok(null);
  });
}

/** The file of a few documents, while the agent waits; undefined where there are none, or too many. */
export async function printFew(
  { authority, database, origin, now }: SignedInVisit,
  settling: Settling,
  run: Run,
): Promise<Uint8Array | undefined> {
  const ids = await database.read((reads) => invoicesOnPaper(reads, run.id));
  if (ids.length === 0 || ids.length > AT_ONCE) return undefined;
  const of = { authority, origin, settling, today: parisDate(now) };
  return printPdf(printableOf(run, await sheetsOf(database, of, ids)));
}

/** On `billing.paperAsked`: makes the file, on a thread of its own; tried again, it makes the same one. */
export const printPaper =
  (publicUrl: URL, settling: Settling): Handler =>
  async ({ authority, database, now }, facts) => {
    const { run: id } = event.parse(facts);
    const found = await database.read(async (reads) => ({
      run: await readRun(reads, id),
      print: await readPrint(reads, id),
      ids: await invoicesOnPaper(reads, id),
    }));
    if (found.run === undefined || found.print === undefined || found.print.endedAt !== null) return;
    const origin = originOf(authority.host, publicUrl);
    const of = { authority, origin, settling, today: parisDate(now) };
    const sheets: InvoiceSheet[] = [];
    for (let first = 0; first < found.ids.length; first += BATCH) {
      sheets.push(...(await sheetsOf(database, of, found.ids.slice(first, first + BATCH))));
      await database.write((writes) =>
        writes.run(
          "billing_print_advance",
          "update paper_print set done = least($2, total) where run_id = $1",
          [id, sheets.length],
        ),
      );
    }
    const file = await printAside(printableOf(found.run, sheets));
    await database.write((writes) =>
      writes.run(
        "billing_print_end",
        "update paper_print set done = total, file = $2, ended_at = $3 where run_id = $1 and file is null",
        [id, Buffer.from(file), now.toString()],
      ),
    );
  };

/** What all sheets of a file share. */
interface Shared {
  readonly authority: Authority;
  readonly origin: string;
  readonly settling: Settling;
  readonly today: Temporal.PlainDate;
}

function sheetsOf(
  database: SchemaDatabase,
  { authority, origin, settling, today }: Shared,
  ids: readonly Id<"invoice">[],
): Promise<readonly InvoiceSheet[]> {
  return database.read(async (reads) => {
    const waysOf = await settling.ways(reads, ids, today);
    const sheets: InvoiceSheet[] = [];
    for (const id of ids) {
      const invoice = await readInvoice(reads, null, id);
      if (invoice === undefined) throw new Error(`Invoice ${id} is gone`);
      const owed = await owedAtIssue(reads, invoice);
      const address = `${origin}/factures/${id}`;
      sheets.push(invoiceSheet({ invoice, owed, authority, ways: waysOf.get(id) ?? NO_WAY, address }));
    }
    return sheets;
  });
}

function printableOf(run: Run, sheets: readonly InvoiceSheet[]) {
  return {
    template: "src/billing/pdf/invoice.typ",
    data: { title: texts.runTitle(run.month), sheets },
    at: run.endedAt ?? run.startedAt,
  };
}
