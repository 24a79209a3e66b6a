import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { cents, parisDate, parseEuros, typedEuros } from "#kernel";
import {
  formId,
  formText,
  isoDate,
  notFound,
  page,
  redirect,
  route,
  writeJournal,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { entryDays } from "../../../account/entry-days.ts";
import { accountsOf } from "../../../account/reach.ts";
import { readAccounts } from "../../../account/read-accounts.ts";
import type { Settling } from "../../../account/settling.ts";
import { openInvoices } from "../../../account/standing.ts";
import { billingReader, billingWriter, mayWrite } from "../../../policy.ts";
import type { Payer } from "../../../rules/owed.ts";
import { previewWriteOff, writeOff, type WriteOffRefusal } from "../../../write-offs/write-off.ts";
import { ledgerPage } from "./ledger-page.tsx";
import { texts } from "./texts.fr.ts";
import { writeOffPage, writeOffPreviewPage, type TypedWriteOff } from "./write-off-page.tsx";

const PATH = "/agent/familles/:household/comptes/:guardian";
const words = texts.writeOff;
const ofAccount = z.object({ household: formId<"household">(), guardian: formId<"guardian">() });

const typedForm = z.object({
  montant: z.string().max(12).catch(""),
  facture: z.string().max(40).catch(""),
  decision: z.string().max(200).catch(""),
  jour: z.string().max(10).catch(""),
  raison: z.string().max(500).catch(""),
});
const amount = formText(12).transform((text, context) => {
  const typed = parseEuros(text);
  if (typed !== undefined && typed > 0) return typed;
  context.addIssue({ code: "custom", message: words.badAmount });
  return z.NEVER;
});
const form = z.object({
  cle: formId<"writeOff">(),
  montant: amount,
  facture: z.union([z.literal(""), formId<"invoice">()]).default(""),
  decision: formText(200).refine((text) => text !== "", words.missingDecision),
  jour: isoDate,
  raison: formText(500).refine((text) => text !== "", words.missingReason),
  confirme: z.literal("1").optional(),
});

const pathOf = ({ householdId, guardianId }: Payer) => `/agent/familles/${householdId}/comptes/${guardianId}`;

/** GET …/comptes/:guardian?jour=: an account by day, and its balance on any day. */
const ledgerRoute = (settling: Settling) =>
  route({
    method: "GET",
    path: PATH,
    access: billingReader,
    input: z.object({
      params: ofAccount,
      query: z.object({
        jour: isoDate.optional().catch(undefined),
        remise: z.literal("1").optional().catch(undefined),
      }),
    }),
    answer: ({ actor, database, now, address }, { params: { household, guardian }, query }) =>
      database.write(async (writes) => {
        const reach = accountsOf(household, guardian);
        const [account] = await readAccounts(writes, reach);
        if (account === undefined) return notFound;
        await writeJournal(writes, {
          at: now,
          accountId: actor.accountId,
          byLabel: actor.name,
          act: "billing.account-read",
          objectKind: "guardian",
          objectId: guardian,
          householdId: household,
          address,
        });
        const today = parisDate(now);
        return page(
          ledgerPage({
            account,
            days: entryDays(account.entries),
            today,
            day: query.jour ?? today,
            underWay: await settling.underWay(writes, accountsOf(household, guardian)),
            mayWrite: mayWrite(actor),
            saved: query.remise === "1",
          }),
        );
      }),
  });

/** GET …/remise: what the authority gives up. */
const writeOffFormRoute = (settling: Settling) =>
  route({
    method: "GET",
    path: `${PATH}/remise`,
    access: billingWriter,
    input: z.object({ params: ofAccount, query: typedForm }),
    answer: (visit, { params, query }) => formOf(visit, settling, params, query, []),
  });

/** POST …/remise: tells what it does first, then does it. */
const writeOffRoute = (settling: Settling) =>
  route({
    method: "POST",
    path: `${PATH}/remise`,
    access: billingWriter,
    input: z.object({ params: ofAccount, body: form }),
    async toCorrect(visit, corrections, { params, body }) {
      const account = ofAccount.safeParse(params);
      return account.success
        ? formOf(visit, settling, account.data, typedForm.parse(body), corrections)
        : notFound;
    },
    async answer(visit, { params, body }) {
      const payer = { householdId: params.household, guardianId: params.guardian };
      const { cle: id, montant, facture, decision, jour: decidedOn, raison: reason, confirme } = body;
      const toward = facture === "" ? null : facture;
      const wanted = { id, payer, cents: montant, decision, decidedOn, reason, toward };
      const today = parisDate(visit.now);
      const typed = {
        ...{ facture, decision, raison: reason },
        montant: typedEuros(montant),
        jour: decidedOn.toString(),
      };
      if (Temporal.PlainDate.compare(decidedOn, today) > 0)
        return formOf(visit, settling, params, typed, [{ field: "jour", message: words.future }]);
      if (confirme === "1") {
        const done = await writeOff(visit, wanted);
        return done.ok
          ? redirect(`${pathOf(payer)}?remise=1`)
          : formOf(visit, settling, params, typed, [correctionOf(done.refusal)]);
      }
      const preview = await visit.database.read((reads) => previewWriteOff(reads, wanted, today));
      if (!preview.ok) return formOf(visit, settling, params, typed, [correctionOf(preview.refusal)]);
      const underWay = await isPaying(visit, settling, payer);
      return page(
        writeOffPreviewPage({ path: pathOf(payer), typed, wanted, preview: preview.value, underWay }),
      );
    },
  });

const correctionOf = (why: WriteOffRefusal): Correction => ({
  field: why.code === "settled" ? "facture" : "montant",
  message: words.refused(why),
});

async function isPaying({ database }: SignedInVisit, settling: Settling, payer: Payer): Promise<boolean> {
  const { householdId, guardianId } = payer;
  const all = await database.read((reads) => settling.underWay(reads, accountsOf(householdId, guardianId)));
  return all.length > 0;
}

async function formOf(
  visit: SignedInVisit,
  settling: Settling,
  { household, guardian }: z.output<typeof ofAccount>,
  typed: TypedWriteOff,
  corrections: readonly Correction[],
): Promise<Answer> {
  const payer = { householdId: household, guardianId: guardian };
  const [[account], open] = await visit.database.read(async (reads) => [
    await readAccounts(reads, accountsOf(household, guardian)),
    await openInvoices(reads, payer),
  ]);
  if (account === undefined) return notFound;
  const view = {
    path: pathOf(payer),
    formKey: randomUUID(),
    payer: account.payer,
    balance: cents(Math.max(account.balance, 0)),
    open,
    typed,
    underWay: await isPaying(visit, settling, payer),
    corrections,
  };
  return page(writeOffPage(view), corrections.length > 0 ? 422 : 200);
}

/** The account of a payer by day, and what the authority gives up of it. */
export function ledgerRoutes(settling: Settling): readonly Route<Visit>[] {
  return [ledgerRoute(settling), writeOffFormRoute(settling), writeOffRoute(settling)];
}
