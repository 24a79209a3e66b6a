import { randomUUID } from "node:crypto";

import { accountReach, isWithin, openInvoices } from "#billing";
import { guardian, type GuardianVisit, type Visit } from "#identity";
import { cents, parseEuros, parseId, type Cents, type Id } from "#kernel";
import {
  formId,
  formList,
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

import { heldInvoices, liveAttemptsFor, liveUntil } from "../../attempts/attempt.ts";
import {
  LEAST,
  leavesPayable,
  mostInPart,
  openAttempt,
  type PayRefusal,
} from "../../attempts/open-attempt.ts";
import { payerName } from "../../attempts/payer-name.ts";
import { currentSetting, paysHere, type GatewayOf } from "../../settings/setting.ts";
import { confirmPage } from "./confirm-page.tsx";
import { texts } from "./texts.fr.ts";

const words = texts.confirm;
const MOST_INVOICES = 60;

const account = z.object({ foyer: formId<"household">(), payeur: formId<"guardian">() });
const chosenShape = z.object({
  facture: formList(formId<"invoice">(), MOST_INVOICES).catch([]),
  montant: formText(12).catch(""),
});

/** « ID.4000 »: a document, and what the page said was owed of it. */
const shownInvoice = z.string().transform((text, context) => {
  const [id, amount] = text.split(".", 2);
  const invoice = parseId<"invoice">(id);
  if (invoice !== undefined && amount !== undefined && /^\d{1,9}$/.test(amount))
    return { invoice, shown: cents(Number(amount)) };
  context.addIssue({ code: "custom", message: words.changed });
  return z.NEVER;
});

const payForm = account.extend({
  cle: formId<"attempt">(),
  facture: formList(shownInvoice, MOST_INVOICES).refine((list) => list.length > 0, words.changed),
  partie: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform((text) => cents(Number(text)))
    .optional(),
  email: formText(80).refine(
    (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length >= 6,
    words.badEmail,
  ),
});

interface Shown {
  readonly of: z.output<typeof account>;
  readonly chosen: readonly Id<"invoice">[];
  readonly part: string;
  readonly email?: string;
  readonly changed?: boolean;
  readonly corrections?: readonly Correction[];
}

/** GET /regler?foyer=&payeur=&facture=&montant=: what would be paid. */
const confirmRoute = route({
  method: "GET",
  path: "/regler",
  access: guardian,
  input: z.object({ query: account.extend(chosenShape.shape) }),
  toCorrect: () => Promise.resolve(notFound),
  answer: (visit, { query }) => show(visit, { of: query, chosen: query.facture, part: query.montant }),
});

/** POST /regler: opens an attempt and goes to the payment service. */
const payRoute = (gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method: "POST",
    path: "/regler",
    access: guardian,
    input: z.object({ body: payForm }),
    async toCorrect(visit, corrections, { body }) {
      const of = account.safeParse(body);
      if (!of.success) return notFound;
      const typed = z.object({ email: z.string().catch(""), facture: z.unknown().optional() }).parse(body);
      const chosen = [typed.facture]
        .flat()
        .flatMap((text) => parseId<"invoice">(String(text).split(".")[0]) ?? []);
      const mail = corrections.filter(({ field }) => field === "email");
      return show(visit, {
        ...{ of: of.data, chosen, part: "", email: typed.email, corrections: mail },
        changed: mail.length < corrections.length,
      });
    },
    async answer(visit, { body }) {
      const { cle: id, foyer: householdId, payeur: guardianId, facture, partie = null, email } = body;
      const order = { id, householdId, guardianId, chosen: facture, part: partie, email };
      const sent = await openAttempt(visit, order, gatewayOf);
      if (sent.ok) return redirect(sent.value.pageUrl);
      const chosen = facture.map(({ invoice }) => invoice);
      const again = { of: body, chosen, part: "", email };
      const { code } = sent.refusal;
      if (code === "changed" || code === "closed")
        return show(visit, { ...again, changed: code === "changed" });
      if (code === "amount") {
        const message = words.badPart(sent.refusal.least, sent.refusal.most);
        return show(visit, { ...again, corrections: partie === null ? [] : [{ field: "montant", message }] });
      }
      return refused(sent.refusal, `/regler?foyer=${householdId}&payeur=${guardianId}`);
    },
  });

function refused(
  why: Extract<PayRefusal, { code: "unknown" | "under-way" | "gateway" }>,
  back: string,
): Answer {
  if (why.code === "unknown") return notFound;
  if (why.code === "under-way")
    return refusal({
      status: 409,
      title: words.underWay,
      sentences: [words.underWayMore(liveUntil(why.attempt))],
      next: { label: words.see, href: `/paiements/${why.attempt.id}` },
    });
  const { fault } = why;
  return refusal({
    status: 503,
    title: words.failed,
    sentences: [words.failedMore, ...(fault.code === "refused" ? [words.refusedMore(fault.text)] : [])],
    next: { label: words.again, href: back },
  });
}

async function show(
  { actor, authority, database }: GuardianVisit,
  { of, chosen, part, email = actor.email, changed = false, corrections = [] }: Shown,
): Promise<Answer> {
  const payer = { householdId: of.foyer, guardianId: of.payeur };
  if (!isWithin(accountReach(actor), payer)) return notFound;
  return database.read(async (reads) => {
    const name = await payerName(reads, payer);
    if (name === undefined) return notFound;
    const owed = await openInvoices(reads, payer);
    const held = await heldInvoices(
      reads,
      owed.map(({ id }) => id),
    );
    const free = owed.filter(({ id }) => !held.has(id));
    const asked = owed.filter(({ id }) => chosen.includes(id));
    const own = asked.length > 0 ? asked : free.length > 0 ? free : owed;
    const whole = own.reduce((sum, { open }) => sum + open, 0);
    const setting = await currentSetting(reads);
    const least = part === "" || setting?.partAllowed !== true ? null : partOf(part, whole);
    const bad =
      least === undefined ? [{ field: "montant", message: words.badPart(LEAST, mostInPart(whole)) }] : [];
    const [live] = await liveAttemptsFor(
      reads,
      own.map(({ id }) => id),
    );
    const all = [...corrections, ...bad];
    const view = {
      formKey: randomUUID(),
      household: of.foyer,
      guardian: of.payeur,
      payer: name,
      setting,
      opened: paysHere(setting, authority),
      free,
      isPartly: free.length < owed.length && own.every(({ id }) => !held.has(id)),
      chosen: own,
      part: least ?? null,
      typedPart: part,
      email,
      live,
      changed,
      corrections: all,
    };
    return page(confirmPage(view), all.length > 0 ? 422 : changed ? 409 : 200);
  });
}

/** « 20,00 »; undefined where it is no part of what is owed. */
function partOf(text: string, whole: number): Cents | undefined {
  const amount = parseEuros(text);
  return amount !== undefined && amount >= LEAST && leavesPayable(amount, whole) ? amount : undefined;
}

/** Where a family says what it pays. */
export function confirmRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [confirmRoute, payRoute(gatewayOf)];
}
