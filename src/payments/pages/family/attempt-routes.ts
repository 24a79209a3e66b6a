import { accountReach, wholeBalance } from "#billing";
import { guardian, type GuardianVisit, type Visit } from "#identity";
import { cents, type Id } from "#kernel";
import { formId, notFound, page, redirect, route, type Route } from "#platform";
import { z } from "zod";

import { attemptWithin, debtsOf, isLate } from "../../attempts/attempt.ts";
import { ask } from "../../attempts/hints.ts";
import { lookUpSoon } from "../../attempts/look-up-soon.ts";
import { lookUp } from "../../attempts/look-up.ts";
import { lastSilence } from "../../attempts/last-silence.ts";
import { paidLines } from "../../attempts/paid-lines.ts";
import { receivedFor } from "../../attempts/receipt.ts";
import { placesOf } from "../../basket/attempt-places.ts";
import { receiptWithin } from "../../desk/desk-receipt.ts";
import { deskReceiptFile } from "../../pdf/print-desk-receipt.ts";
import { receiptFile } from "../../pdf/print-receipt.ts";
import type { GatewayOf } from "../../settings/setting.ts";
import { attemptPage } from "./attempt-page.tsx";
import { deskReceiptPage } from "./desk-receipt-page.tsx";

const input = z.object({ params: z.object({ attempt: formId<"attempt">() }) });

/** GET /paiements/:attempt: what became of a payment on line, and its receipt; or that of a payment taken at a desk. */
const attemptRoute = (gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method: "GET",
    path: "/paiements/:attempt",
    access: guardian,
    input: input.extend({
      query: z.object({ verification: z.literal("echouee").optional().catch(undefined) }),
    }),
    async answer(visit, { params, query }) {
      const found = await readNow(visit, gatewayOf, params.attempt);
      if (found === undefined) {
        const taken = await takenAtDesk(visit, params.attempt);
        return taken === undefined ? notFound : page(deskReceiptPage(taken));
      }
      const lookUpFailed = query.verification === "echouee";
      const silence = await visit.database.read((reads) => lastSilence(reads, found.attempt.id, visit.now));
      return page(attemptPage({ ...found, silence, lookUpFailed, now: visit.now }));
    },
  });

/** The same once its twenty minutes are over: the service is asked before the page says that nothing is known. */
async function readNow(visit: GuardianVisit, gatewayOf: GatewayOf, id: Id<"attempt">) {
  const found = await read(visit, id);
  if (found === undefined || !isLate(found.attempt, visit.now)) return found;
  const { reference } = found.attempt;
  const asked =
    reference === null || (await visit.database.write((writes) => ask(writes, reference, visit.now)))?.now;
  if (asked !== true) return found;
  await lookUpSoon(visit, gatewayOf, { attempt: id, cause: "family" });
  return read(visit, id);
}

/** GET …/recu.pdf: the acknowledgement, printed. */
const receiptRoute = route({
  method: "GET",
  path: "/paiements/:attempt/recu.pdf",
  access: guardian,
  input,
  async answer(visit, { params }) {
    const found = await read(visit, params.attempt);
    const { received } = found ?? {};
    if (found !== undefined && received !== undefined)
      return receiptFile({ ...found, received, authority: visit.authority });
    const taken = await takenAtDesk(visit, params.attempt);
    return taken === undefined ? notFound : deskReceiptFile(taken, visit.authority);
  },
});

/** POST …/verifier: asks the service now; asked a moment ago, the page tells what came then. */
const checkRoute = (gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method: "POST",
    path: "/paiements/:attempt/verifier",
    access: guardian,
    input,
    async answer(visit, { params }) {
      const found = await read(visit, params.attempt);
      if (found === undefined) return notFound;
      const { reference, id } = found.attempt;
      const asked =
        reference === null ||
        (await visit.database.write((writes) => ask(writes, reference, visit.now)))?.now;
      if (asked === true) await lookUp(visit, gatewayOf, { attempt: id, cause: "family" });
      return redirect(`/paiements/${id}`);
    },
  });

function read({ actor, database }: GuardianVisit, id: Id<"attempt">) {
  return database.read(async (reads) => {
    const attempt = await attemptWithin(reads, accountReach(actor), id);
    if (attempt === undefined) return undefined;
    const received = await receivedFor(reads, id);
    const lines = received === undefined ? [] : await paidLines(reads, attempt, received);
    const favour = cents(Math.max(0, 0 - (await wholeBalance(reads, attempt))));
    const places = await placesOf(reads, id);
    return { attempt, debts: await debtsOf(reads, id), places, received, lines, favour };
  });
}

const takenAtDesk = ({ actor, database }: GuardianVisit, payment: string) =>
  database.read((reads) => receiptWithin(reads, accountReach(actor), payment));

/** Where a family follows what it pays. */
export function attemptRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [attemptRoute(gatewayOf), receiptRoute, checkRoute(gatewayOf)];
}
