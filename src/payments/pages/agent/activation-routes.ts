import { randomUUID } from "node:crypto";

import type { SignedInVisit, Visit } from "#identity";
import { formId, noInput, notFound, page, redirect, route, type Route } from "#platform";
import { z } from "zod";

import { activationsOf, lookUpActivation, openActivation } from "../../activation/activation.ts";
import { settingsWriter } from "../../policy.ts";
import { currentSetting, type GatewayOf } from "../../settings/setting.ts";
import { activationPage } from "./activation-page.tsx";

/** Where a payment of trial or of activation comes back to. */
export const ACTIVATION_PATH = "/agent/paiements/reglages/activation";

/** GET …/reglages/activation: the steps from the first trial to production. */
const showRoute = route({
  method: "GET",
  path: ACTIVATION_PATH,
  access: settingsWriter,
  input: noInput,
  answer: async (visit) => page(activationPage({ formKey: randomUUID(), ...(await read(visit)) })),
});

/** POST …/activation: to the service, for one euro; the same form sent again shows what became of it. */
const openRoute = (gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method: "POST",
    path: ACTIVATION_PATH,
    access: settingsWriter,
    input: z.object({ body: z.object({ cle: formId<"activation">() }) }),
    async answer(visit, { body }) {
      const opened = await openActivation(visit, gatewayOf, body.cle);
      return redirect(opened?.pageUrl ?? ACTIVATION_PATH);
    },
  });

/** POST …/verifier: asks the service what became of one. */
const checkRoute = (gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method: "POST",
    path: `${ACTIVATION_PATH}/:activation/verifier`,
    access: settingsWriter,
    input: z.object({ params: z.object({ activation: formId<"activation">() }) }),
    async answer(visit, { params }) {
      const found = (await read(visit)).payments.find(({ id }) => id === params.activation);
      if (found === undefined) return notFound;
      await lookUpActivation(visit, gatewayOf, found);
      return redirect(ACTIVATION_PATH);
    },
  });

function read({ database }: SignedInVisit) {
  return database.read(async (reads) => {
    const setting = await currentSetting(reads);
    return { setting, payments: setting === undefined ? [] : await activationsOf(reads, setting.account) };
  });
}

/** Where an agent activates the authority's number. */
export function activationRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [showRoute, openRoute(gatewayOf), checkRoute(gatewayOf)];
}
