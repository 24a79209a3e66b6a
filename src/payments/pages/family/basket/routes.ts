import { randomUUID } from "node:crypto";

import { guardian, type GuardianVisit, type Visit } from "#identity";
import { cents } from "#kernel";
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

import type { PayRefusal } from "../../../attempts/open-attempt.ts";
import { payBasket } from "../../../basket/pay-basket.ts";
import { payerAccounts } from "../../../basket/payer-accounts.ts";
import { familyBaskets, isSamePayer } from "../../../basket/payer-basket.ts";
import { currentSetting, paysHere, type GatewayOf } from "../../../settings/setting.ts";
import { texts as shared } from "../texts.fr.ts";
import { basketPage } from "./basket-page.tsx";
import { texts } from "./texts.fr.ts";

const PATH = "/panier";
/** As many places as a basket may hold in one form. */
const MOST_PLACES = 400;

const wholeNumber = z.string().regex(/^\d{1,9}$/);
const order = z.object({
  cle: formId<"attempt">(),
  foyer: formId<"household">(),
  payeur: formId<"guardian">(),
  total: wholeNumber.transform((text) => cents(Number(text))),
  place: formList(formId<"booking">(), MOST_PLACES).refine((list) => list.length > 0, texts.changed),
  email: formText(80).default(""),
});
const isEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) && text.length >= 6;

/** GET /panier: the places that are kept for the family until they are paid. */
const showRoute = route({
  method: "GET",
  path: PATH,
  access: guardian,
  input: z.object({
    query: z.object({ reservees: wholeNumber.transform(Number).optional().catch(undefined) }),
  }),
  answer: (visit, { query }) => show(visit, { booked: query.reservees ?? null }),
});

/** POST /panier: pays them, or books them where nothing has to be paid. */
const payRoute = (gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method: "POST",
    path: PATH,
    access: guardian,
    input: z.object({ body: order }),
    toCorrect: (visit) => show(visit, { changed: true }),
    async answer(visit, { body }) {
      const { cle: id, foyer: householdId, payeur: guardianId, place: bookings, total: shown, email } = body;
      if (shown > 0 && !isEmail(email))
        return show(visit, { email, corrections: [{ field: "email", message: shared.confirm.badEmail }] });
      const sent = await payBasket(visit, { id, householdId, guardianId, bookings, shown, email }, gatewayOf);
      if (!sent.ok) return refused(visit, sent.refusal, email);
      return redirect("booked" in sent.value ? `${PATH}?reservees=${sent.value.booked}` : sent.value.pageUrl);
    },
  });

function refused(visit: GuardianVisit, why: PayRefusal, email: string): Answer | Promise<Answer> {
  switch (why.code) {
    case "unknown":
      return notFound;
    case "changed":
      return show(visit, { changed: true, email });
    // The page says itself that nobody may pay now, or not so much.
    case "closed":
    case "amount":
      return show(visit, { email });
    case "under-way":
      return refusal({
        status: 409,
        title: texts.underWay,
        sentences: [texts.underWayMore],
        next: { label: texts.see, href: `/paiements/${why.attempt.id}` },
      });
    case "gateway":
      return refusal({
        status: 503,
        title: shared.confirm.failed,
        sentences: [
          shared.confirm.failedMore,
          ...(why.fault.code === "refused" ? [shared.confirm.refusedMore(why.fault.text)] : []),
        ],
        next: { label: shared.confirm.again, href: PATH },
      });
  }
}

interface Shown {
  readonly changed?: boolean;
  readonly booked?: number | null;
  readonly email?: string;
  readonly corrections?: readonly Correction[];
}

function show(visit: GuardianVisit, shown: Shown): Promise<Answer> {
  const { actor, authority, database } = visit;
  const { changed = false, booked = null, email = actor.email, corrections = [] } = shown;
  return database.read(async (reads) => {
    const setting = await currentSetting(reads);
    const held = await familyBaskets(reads, visit);
    const accounts = await payerAccounts(
      reads,
      held.map(({ payer }) => payer),
    );
    const baskets = held.map((basket) => {
      const account = accounts.find((one) => isSamePayer(one, basket.payer));
      return {
        ...basket,
        name: account?.name ?? "",
        formKey: randomUUID(),
        owed: cents(Math.max(0, account?.balance ?? 0)),
      };
    });
    const drawn = basketPage({
      baskets,
      origin: setting !== undefined && paysHere(setting, authority) ? setting.origin : null,
      phone: authority.brand.contact.phone,
      ...{ email, changed, booked, corrections },
    });
    return page(drawn, corrections.length > 0 ? 422 : changed ? 409 : 200);
  });
}

/** Where a family pays the places that are kept for it. */
export function basketRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [showRoute, payRoute(gatewayOf)];
}
