import type { SignedInVisit, Visit } from "#identity";
import type { Id } from "#kernel";
import {
  formId,
  formText,
  notFound,
  page,
  redirect,
  route,
  type Answer,
  type Correction,
  type Route,
} from "#platform";
import { z } from "zod";

import { anomaliesWaiting, anomalyById, settleAnomaly, silentAttempts } from "../../anomalies/anomalies.ts";
import { differencesWaiting } from "../../anomalies/report-differences.ts";
import { requestsWaiting } from "../../advances/refund-request.ts";
import { latePlaces } from "../../basket/attempt-places.ts";
import { lookUp } from "../../attempts/look-up.ts";
import { paymentsWriter, settingsWriter } from "../../policy.ts";
import { paymentOfReference } from "../../received/paid-file.ts";
import type { GatewayOf } from "../../settings/setting.ts";
import { anomalyPage, paymentsPage } from "./anomaly-pages.tsx";
import { texts } from "./texts.fr.ts";

const ofAnomaly = z.object({ anomaly: formId<"anomaly">() });
const PATH = "/agent/paiements/ecarts/:anomaly";
const DIFFERENCES = 200;

/** GET /agent/paiements?reference=: what waits for an agent, or the payment of a reference. */
const listRoute = route({
  method: "GET",
  path: "/agent/paiements",
  access: paymentsWriter,
  input: z.object({ query: z.object({ reference: formText(30).catch("") }) }),
  async answer(visit, { query: { reference } }) {
    const maySet = settingsWriter.decide(visit).kind === "allowed";
    return visit.database.read(async (reads) => {
      const found = reference === "" ? undefined : await paymentOfReference(reads, reference);
      if (found !== undefined) return redirect(`/agent/paiements/${found.id}`);
      const anomalies = await anomaliesWaiting(reads);
      const differences = await differencesWaiting(reads, DIFFERENCES);
      const silent = await silentAttempts(reads);
      const requests = (await requestsWaiting(reads)).length;
      const late = await latePlaces(reads, visit.now);
      return page(paymentsPage({ anomalies, differences, silent, late, maySet, requests, reference }));
    });
  },
});

/** GET …/ecarts/:anomaly: one difference. */
const anomalyRoute = route({
  method: "GET",
  path: PATH,
  access: paymentsWriter,
  input: z.object({ params: ofAnomaly }),
  answer: (visit, { params }) => show(visit, params.anomaly, { corrections: [] }),
});

/** POST …/ecarts/:anomaly: settles it. */
const settleRoute = route({
  method: "POST",
  path: PATH,
  access: paymentsWriter,
  input: z.object({
    params: ofAnomaly,
    body: z.object({
      decision: z.enum(["recorded", "set_aside"], texts.anomaly.missing),
      motif: formText(500).refine((text) => text !== "", texts.anomaly.missing),
    }),
  }),
  async toCorrect(visit, corrections, { params, body }) {
    const of = ofAnomaly.safeParse(params);
    return of.success ? show(visit, of.data.anomaly, { corrections, body }) : notFound;
  },
  async answer(visit, { params: { anomaly }, body: { decision, motif } }) {
    const settled = await settleAnomaly(visit, { anomaly, outcome: decision, why: motif });
    if (settled.ok) return redirect(`/agent/paiements/ecarts/${anomaly}`);
    if (settled.refusal.code === "unknown") return notFound;
    const corrections = [{ field: "decision", message: texts.anomaly.notPaid }];
    return show(visit, anomaly, { corrections, body: { decision, motif } });
  },
});

/** POST …/interroger: asks the service once more about an attempt without an answer. */
const askRoute = (gatewayOf: GatewayOf): Route<Visit> =>
  route({
    method: "POST",
    path: "/agent/paiements/:attempt/interroger",
    access: paymentsWriter,
    input: z.object({ params: z.object({ attempt: formId<"attempt">() }) }),
    async answer(visit, { params }) {
      const state = await lookUp(visit, gatewayOf, { attempt: params.attempt, cause: "agent" });
      return state === undefined ? notFound : redirect("/agent/paiements");
    },
  });

const typedShape = z
  .object({ decision: z.string().catch(""), motif: z.string().catch("") })
  .catch({ decision: "", motif: "" });

async function show(
  { database }: SignedInVisit,
  id: Id<"anomaly">,
  { corrections, body }: { corrections: readonly Correction[]; body?: unknown },
): Promise<Answer> {
  const anomaly = await database.read((reads) => anomalyById(reads, id));
  if (anomaly === undefined) return notFound;
  const typed = typedShape.parse(body ?? {});
  return page(anomalyPage({ anomaly, corrections, typed }), corrections.length > 0 ? 422 : 200);
}

/** What agents do with payments on line. */
export function anomalyRoutes(gatewayOf: GatewayOf): readonly Route<Visit>[] {
  return [listRoute, anomalyRoute, settleRoute, askRoute(gatewayOf)];
}
