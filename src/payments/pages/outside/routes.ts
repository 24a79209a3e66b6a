import { anyone, type Visit } from "#identity";
import { redirect, route, taken, type Answer, type Route } from "#platform";
import { z } from "zod";

import { activationOfReference, lookUpActivation } from "../../activation/activation.ts";
import { ask, noteUnknown, referenceIn, takeNotification } from "../../attempts/hints.ts";
import { keepFailure } from "../../attempts/keep-failure.ts";
import { lookUpSoon } from "../../attempts/look-up-soon.ts";
import type { GatewayOf } from "../../settings/setting.ts";
import { ACTIVATION_PATH } from "../agent/activation-routes.ts";

/** What comes from outside is looked through for one name, and never refused for the rest. */
const anything = z.object({ query: z.unknown(), body: z.unknown() });

/** GET and POST /paiement/notification: the service tells that something happened. Always 200, at once, without a word. */
const notificationRoute = (method: "GET" | "POST"): Route<Visit> =>
  route({
    method,
    path: "/paiement/notification",
    access: anyone,
    fromOutside: true,
    input: anything,
    async answer(visit, { query, body }) {
      await takeNotification(visit, referenceIn(query, body));
      return taken;
    },
  });

/**
 * GET and POST /paiement/retour: the payer's browser comes back, perhaps without its session. The service is asked, then
 * the browser goes on to the page that tells the state.
 */
const returnRoute = (method: "GET" | "POST", gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method,
    path: "/paiement/retour",
    access: anyone,
    fromOutside: true,
    input: anything,
    async answer(visit, { query, body }) {
      const reference = referenceIn(query, body);
      if (reference === null) return redirect("/factures");
      const asked = await visit.database.write((writes) => ask(writes, reference, visit.now));
      if (asked === undefined) return backFromActivation(visit, gatewayOf, reference);
      if (asked.now) {
        const outcome = await lookUpSoon(visit, gatewayOf, { attempt: asked.id, cause: "return" });
        if (outcome === "failed") return redirect(`/paiements/${asked.id}?verification=echouee`);
      }
      return redirect(`/paiements/${asked.id}`);
    },
  });

/** An agent who comes back from a payment of activation; whoever comes with an unknown reference sees bills. */
async function backFromActivation(visit: Visit, gatewayOf: GatewayOf, reference: string): Promise<Answer> {
  const found = await visit.database.read((reads) => activationOfReference(reads, reference));
  if (found === undefined) {
    await visit.database.write((writes) => noteUnknown(writes, visit, { act: "return", reference }));
    return redirect("/factures");
  }
  await lookUpActivation(visit, gatewayOf, found).catch((error: unknown) =>
    keepFailure(visit, { kind: "activation", id: found.id, cause: "return" }, error),
  );
  return redirect(ACTIVATION_PATH);
}

/** What the payment service and the browsers it sends back come to. */
export function outsideRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [
    notificationRoute("GET"),
    notificationRoute("POST"),
    returnRoute("GET", gatewayOf),
    returnRoute("POST", gatewayOf),
  ];
}
