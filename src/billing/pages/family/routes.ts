import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit, type Visit } from "#identity";
import { parisDate, type Id } from "#kernel";
import {
  formId,
  formText,
  notFound,
  page,
  redirect,
  refusal,
  route,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { owedAtIssue } from "../../account/owed-at-issue.ts";
import { advanceRuleOn } from "../../advances/advance-rule.ts";
import { correctionsOf } from "../../account/corrections.ts";
import { accountReach, accountsOf } from "../../account/reach.ts";
import { readAccounts } from "../../account/read-accounts.ts";
import { readInvoice } from "../../account/read-invoice.ts";
import { NO_WAY, type Settling } from "../../account/settling.ts";
import { standingOf } from "../../account/invoice-standing.ts";
import { disputeLine } from "../../disputes/dispute-line.ts";
import { evidenceOf } from "../../disputes/evidence.ts";
import { invoiceFile } from "../../pdf/print-invoice.ts";
import { ruleOn } from "../../run/rule.ts";
import { LONGEST_REASON } from "../agent/runs/limits.ts";
import { accountPage } from "./account/account-page.tsx";
import { certificateFamilyRoutes } from "./certificate/routes.tsx";
import { deliveryRoutes } from "./delivery/routes.tsx";
import { disputeAcknowledgementRoutes } from "./dispute/routes.tsx";
import { disputePage } from "./invoice/dispute-page.tsx";
import { invoicePage } from "./invoice/invoice-page.tsx";
import { readPaying } from "./paying.ts";
import { texts } from "./texts.fr.ts";

const ofInvoice = z.object({ invoice: formId<"invoice">() });
const ofLine = ofInvoice.extend({ position: z.coerce.number().int().min(1).max(1_000_000) });

/** GET /factures?annee=: what the family owes, line by line. */
const accountRoute = (settling: Settling) =>
  route({
    method: "GET",
    path: "/factures",
    access: guardian,
    input: z.object({
      query: z.object({ annee: z.coerce.number().int().min(1900).max(9000).optional().catch(undefined) }),
    }),
    async answer({ actor, database, now }, { query }) {
      const reach = accountReach(actor);
      const today = parisDate(now);
      const [accounts, paying, advance, billing] = await database.read(async (reads) => [
        await readAccounts(reads, reach),
        await readPaying(reads, settling, reach),
        await advanceRuleOn(reads, today),
        await ruleOn(reads, today),
      ]);
      const advancesIn = advance?.opened === true && paying.opened ? actor.guardian.householdIds : [];
      const { carryOverBelow } = billing;
      const year = query.annee ?? today.year;
      return page(accountPage({ accounts, year, today, paying, carryOverBelow, advancesIn }));
    },
  });

/** GET /factures/:invoice: a document, line by line. */
const invoiceRoute = (settling: Settling) =>
  route({
    method: "GET",
    path: "/factures/:invoice",
    access: guardian,
    input: z.object({
      params: ofInvoice,
      query: z.object({ contestee: z.literal("1").optional().catch(undefined) }),
    }),
    async answer({ actor, database, now }, { params, query }) {
      const found = await database.read(async (reads) => {
        const invoice = await readInvoice(reads, accountReach(actor), params.invoice);
        if (invoice === undefined) return undefined;
        const standing = await standingOf(reads, invoice);
        const corrections = await correctionsOf(reads, invoice.id);
        const ways = await settling.ways(reads, [invoice.id], parisDate(now));
        const paying = await readPaying(reads, settling, accountsOf(invoice.householdId, invoice.guardianId));
        return { invoice, standing, corrections, paying, desks: ways.get(invoice.id)?.desks ?? [] };
      });
      if (found === undefined) return notFound;
      return page(invoicePage({ ...found, today: parisDate(now), disputed: query.contestee === "1" }));
    },
  });

/** GET /factures/:invoice/facture.pdf: the same document, printed for this reader. */
const printedRoute = (settling: Settling) =>
  route({
    method: "GET",
    path: "/factures/:invoice/facture.pdf",
    access: guardian,
    input: z.object({ params: ofInvoice }),
    async answer({ actor, authority, database, now, origin }, { params }) {
      const found = await database.read(async (reads) => {
        const invoice = await readInvoice(reads, accountReach(actor), params.invoice);
        if (invoice === undefined) return undefined;
        const ways = await settling.ways(reads, [invoice.id], parisDate(now));
        const owed = await owedAtIssue(reads, invoice);
        return { invoice, owed, ways: ways.get(invoice.id) ?? NO_WAY };
      });
      if (found === undefined) return notFound;
      return invoiceFile({ ...found, authority, address: `${origin}/factures/${params.invoice}` });
    },
  });

/** GET …/contester: the evidence of a line, and the form. */
const disputeFormRoute = route({
  method: "GET",
  path: "/factures/:invoice/lignes/:position/contester",
  access: guardian,
  input: z.object({ params: ofLine }),
  answer: (visit, { params }) => disputeForm(visit, params, []),
});

/** POST …/contester: keeps the dispute, then shows the document with it. */
const disputeRoute = route({
  method: "POST",
  path: "/factures/:invoice/lignes/:position/contester",
  access: guardian,
  input: z.object({
    params: ofLine,
    body: z.object({
      cle: formId<"dispute">(),
      motif: formText(LONGEST_REASON).refine((text) => text !== "", texts.dispute.missing),
    }),
  }),
  async toCorrect(visit, corrections, raw) {
    const parsed = ofLine.safeParse(raw.params);
    return parsed.success ? disputeForm(visit, parsed.data, corrections) : notFound;
  },
  async answer(visit, { params: { invoice, position }, body: { cle, motif } }) {
    const kept = await disputeLine(visit, { id: cle, invoice, position, reason: motif });
    if (kept.ok)
      return redirect(
        kept.value === "acknowledged"
          ? `/factures/contestations/${cle}?fait=envoyee`
          : `/factures/${invoice}?contestee=1`,
      );
    switch (kept.refusal.code) {
      case "unknown":
        return notFound;
      case "waits":
        return waits(invoice);
      case "corrected":
        return corrected(kept.refusal.by);
    }
  },
});

async function disputeForm(
  { actor, database }: GuardianVisit,
  { invoice: id, position }: z.output<typeof ofLine>,
  corrections: readonly Correction[],
): Promise<Answer> {
  return database.read(async (reads) => {
    const invoice = await readInvoice(reads, accountReach(actor), id);
    const line = invoice?.lines.find((one) => one.position === position);
    if (invoice === undefined || line === undefined || line.facts === null) return notFound;
    if (line.dispute !== null && line.dispute.outcome === null) return waits(id);
    const by = (await correctionsOf(reads, id)).get(line.sourceKey)?.at(-1);
    if (by !== undefined) return corrected(by.id);
    const evidence = await evidenceOf(reads, line.sourceKey);
    const view = { invoice, line, evidence, formKey: randomUUID(), corrections };
    return page(disputePage(view), corrections.length > 0 ? 422 : 200);
  });
}

function waits(invoice: Id<"invoice">): Answer {
  return refusal({
    status: 409,
    title: texts.dispute.waits.title,
    sentences: [texts.dispute.waits.sentence],
    next: { label: texts.dispute.back, href: `/factures/${invoice}` },
  });
}

/** A line that was corrected is disputed where its price stands now. */
function corrected(by: Id<"invoice">): Answer {
  const { title, sentence, next } = texts.dispute.corrected;
  return refusal({
    status: 409,
    title,
    sentences: [sentence],
    next: { label: next, href: `/factures/${by}` },
  });
}

/** What families see of their bills; `settling` says what can be paid on line, and what is being paid. */
export function billingFamilyRoutes(settling: Settling): readonly Route<Visit>[] {
  return [
    accountRoute(settling),
    invoiceRoute(settling),
    printedRoute(settling),
    disputeFormRoute,
    disputeRoute,
    ...disputeAcknowledgementRoutes,
    ...certificateFamilyRoutes,
    ...deliveryRoutes,
  ];
}
