import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { parisDate, type Result } from "#kernel";
import {
  formId,
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

import { closedUntil, isClosed } from "../../../desk/holdings.ts";
import { payerStanding } from "../../../desk/payer-standing.ts";
import { deskAgent } from "../../../desk/policy.ts";
import { DESK_MEANS, type DeskMeans } from "../../../desk/regie.ts";
import { rehearsePayment, takePayment, type TakeRefusal } from "../../../desk/take-payment.ts";
import { words as shared } from "../../../desk/words.fr.ts";
import { confirmTakePage } from "./confirm-take-page.tsx";
import { ofRegie, openedRegie, REGIE } from "./opened-regie.ts";
import { amountAtFirst, payerPage } from "./payer-page.tsx";
import { readTakeForm, type TypedPayment } from "./take-form.ts";
import { texts } from "./take-texts.fr.ts";

const PATH = `${REGIE}/payeurs/:household/:guardian`;
const ofPayer = ofRegie.extend({ household: formId<"household">(), guardian: formId<"guardian">() });
type OfPayer = z.output<typeof ofPayer>;
const input = z.object({ params: ofPayer, body: z.unknown() });

/** GET …/payeurs/:household/:guardian?moyen=: what a payer owes, and the form of a payment. */
const payerRoute = route({
  method: "GET",
  path: PATH,
  access: deskAgent,
  input: z.object({
    params: ofPayer,
    query: z.object({ moyen: z.enum(DESK_MEANS).optional().catch(undefined) }),
  }),
  async answer(visit, { params, query }) {
    const shown = await show(visit, params, { means: query.moyen });
    if (shown.kind === "page") await journalOfReading(visit, params);
    return shown;
  },
});

/** Who reads what a payer owes leaves a line, as on the file of a family. */
function journalOfReading({ actor, database, now, address }: SignedInVisit, of: OfPayer): Promise<void> {
  return database.write((writes) =>
    writeJournal(writes, {
      at: now,
      accountId: actor.accountId,
      byLabel: actor.name,
      act: "payments.account-read-at-desk",
      objectKind: "guardian",
      objectId: of.guardian,
      householdId: of.household,
      facts: { regie: of.regie },
      address,
    }),
  );
}

/** POST …/verifier: what taking it would do; nothing is written. */
const verifyRoute = route({
  method: "POST",
  path: `${PATH}/verifier`,
  access: deskAgent,
  input,
  async answer(visit, { params, body }) {
    const { typed, order, corrections } = readTakeForm(body, named(params));
    if (order === null) return show(visit, params, { typed, corrections });
    const taken = await rehearsePayment(visit, order);
    if (!taken.ok) return refused(visit, params, typed, taken);
    const opened = await openedRegie(visit, params.regie, ["holder", "taker"]);
    const standing =
      opened &&
      (await visit.database.read((reads) => payerStanding(reads, opened.regie, named(params), visit.now)));
    if (opened === undefined || standing === undefined) return notFound;
    return page(confirmTakePage({ regie: opened.regie, standing, order, typed, taken: taken.value }));
  },
});

/** POST …/payeurs/:household/:guardian: takes it, and shows its receipt. */
const takeRoute = route({
  method: "POST",
  path: PATH,
  access: deskAgent,
  shownBy: `${PATH}/verifier`,
  input,
  async answer(visit, { params, body }) {
    const { typed, order, corrections } = readTakeForm(body, named(params));
    if (order === null) return show(visit, params, { typed, corrections });
    const taken = await takePayment(visit, order);
    return taken.ok
      ? redirect(`/agent/regie/${params.regie}/quittances/${taken.value.payment}?fait=encaisse`)
      : refused(visit, params, typed, taken);
  },
});

const named = ({ regie, household, guardian }: OfPayer) => ({
  regie,
  householdId: household,
  guardianId: guardian,
});

type Refused = Extract<Result<unknown, TakeRefusal>, { readonly ok: false }>;

function refused(
  visit: SignedInVisit,
  params: OfPayer,
  typed: TypedPayment,
  { refusal }: Refused,
): Promise<Answer> {
  if (refusal.code === "unknown") return Promise.resolve(notFound);
  return show(visit, params, { typed, corrections: [correctionOf(refusal, typed.means)], status: 409 });
}

function correctionOf(
  refusal: Exclude<TakeRefusal, { code: "unknown" }>,
  means: DeskMeans | null,
): Correction {
  const told = texts.refused;
  switch (refusal.code) {
    case "not-opened":
      return { message: told["not-opened"](refusal.on) };
    case "closed":
      return { message: told.closed(refusal.until) };
    case "taken":
      return { message: told.taken(shared.number(refusal)) };
    case "same-cheque":
      return { field: "reference", message: told.sameCheque(refusal.earlier) };
    case "means":
      return { message: told.means };
    case "settled":
      return { message: told.settled };
    case "amount":
      return { field: "montant", message: told.amount };
    case "handed":
      return { field: "donne", message: told.handed };
    case "under-way":
      return { message: texts.payer.underWay(refusal.until) };
    case "places-means":
      return { field: "place", message: told.placesMeans };
    case "places-gone":
      return { field: "place", message: told.placesGone };
    case "places-cost":
      return { field: "montant", message: told.placesCost(refusal.least) };
    case "too-much": {
      const isTitle = means === "cesu" || means === "ancv";
      const message = isTitle ? told.title(shared.means[means], refusal.most) : told.sites(refusal.most);
      return { field: "montant", message };
    }
  }
}

interface Shown {
  readonly means?: DeskMeans | undefined;
  readonly typed?: TypedPayment;
  readonly corrections?: readonly Correction[];
  readonly status?: 409;
}

async function show(
  visit: SignedInVisit,
  params: OfPayer,
  { means, typed, corrections = [], status }: Shown,
): Promise<Answer> {
  const opened = await openedRegie(visit, params.regie, ["holder", "taker"]);
  if (opened === undefined) return notFound;
  const { regie } = opened;
  const { standing, until } = await visit.database.read(async (reads) => ({
    standing: await payerStanding(reads, regie, named(params), visit.now),
    until: await closedUntil(reads, regie.id),
  }));
  if (standing === undefined) return notFound;
  const closed = until !== null && isClosed(parisDate(visit.now), until) ? until : null;
  const asked = typed?.means ?? means;
  const chosen = asked !== undefined && regie.means.includes(asked) ? asked : (regie.means[0] ?? "cash");
  const empty = { chosen: [], places: [], montant: amountAtFirst(standing, chosen) };
  const blank = { ...empty, donne: "", tireur: "", banque: "", reference: "" };
  const view = { regie, standing, closed, means: chosen, formKey: randomUUID(), typed: typed ?? blank };
  return page(payerPage({ ...view, corrections }), corrections.length > 0 ? (status ?? 422) : 200);
}

/** Where money is taken at the desk. */
export const takeRoutes: readonly Route<Visit>[] = [payerRoute, verifyRoute, takeRoute];
