import { ok, refuse, type Result } from "#kernel";

import type {
  Gateway,
  GatewayAnswer,
  GatewayFault,
  GatewayMode,
  GatewayOrder,
  GatewayReference,
  OpenedPayment,
} from "../gateway/gateway.ts";
import { pageAddress, PAYFIP_ORIGIN, serviceAddress } from "./addresses.ts";
import { whyNotNumcli, whyNotSendable } from "./check-order.ts";
import { type PayfipFields, type PayfipOperation, soapRequest } from "./envelope.ts";
import { payfipLabel } from "./label.ts";
import { postSoap } from "./post.ts";
import { readAnswer, type ReturnedFields } from "./read-answer.ts";
import { readDetail, SAISIE } from "./read-detail.ts";
import { isPayfipReference } from "./reference.ts";
import { texts } from "./texts.fr.ts";
import { AFTER_TECHNICAL_FAULT, SOON, unavailable } from "./unavailable.ts";

const DEFAULT_TIMEOUT_MS = 15_000;

/** How an authority reaches PayFiP. */
export interface PayfipSettings {
  /** DGFiP's qualification host, or the simulator; PayFiP itself when left out. */
  readonly origin?: string;
  /** The authority's client number, six digits, opened to the secured service by DGFiP. */
  readonly numcli: string;
  readonly mode: GatewayMode;
  readonly timeoutMs?: number;
}

/** PayFiP behind the gateway's three acts; every call is one POST and answers with a value, whatever comes back. */
export function payfipGateway(settings: PayfipSettings): Gateway {
  const call = async (operation: PayfipOperation, fields: PayfipFields) =>
    callService(settings, operation, fields);
  return {
    open: async (order) => openPayment(settings, call, order),
    lookUp: async (reference) => lookUp(call, reference),
    test: async () => {
      const wrong = whyNotNumcli(settings.numcli);
      if (wrong !== undefined) return refuse(wrong);
      const answered = await call("recupererDetailClient", [["numCli", settings.numcli]]);
      if (!answered.ok) return answered;
      const { libelleN1 = "", libelleN2 = "", libelleN3 = "" } = answered.value.fields;
      return ok({ names: [libelleN1, libelleN2, libelleN3].filter((name) => name !== "") });
    },
  };
}

type Answered = Result<{ readonly fields: ReturnedFields; readonly raw: string }, GatewayFault>;
type Call = (operation: PayfipOperation, fields: PayfipFields) => Promise<Answered>;

async function callService(
  { origin = PAYFIP_ORIGIN, timeoutMs = DEFAULT_TIMEOUT_MS }: PayfipSettings,
  operation: PayfipOperation,
  fields: PayfipFields,
): Promise<Answered> {
  const posted = await postSoap(serviceAddress(origin), soapRequest(operation, fields), timeoutMs);
  if (!posted.ok) return posted;
  const answer = readAnswer(operation, posted.value);
  return answer.ok ? ok({ fields: answer.value, raw: posted.value.text }) : answer;
}

async function openPayment(
  { origin = PAYFIP_ORIGIN, numcli, mode }: PayfipSettings,
  call: Call,
  order: GatewayOrder,
): Promise<Result<OpenedPayment, GatewayFault>> {
  const wrong = whyNotSendable(numcli, order);
  if (wrong !== undefined) return refuse(wrong);
  const label = payfipLabel(order.label);
  const answered = await call("creerPaiementSecurise", [
    ["exer", String(order.year)],
    ["mel", order.email],
    ["montant", String(order.amount)],
    ["numcli", numcli],
    ...(label === "" ? [] : [["objet", label] as const]),
    ["refdet", order.refdet],
    ["saisie", SAISIE[mode]],
    ["urlnotif", order.notifyUrl],
    ["urlredirect", order.returnUrl],
  ]);
  if (!answered.ok) return answered;
  const { idOp = "" } = answered.value.fields;
  if (!isPayfipReference(idOp)) return refuse(unavailable(texts.noIdOp, SOON, answered.value.raw));
  return ok({ reference: idOp, pageUrl: pageAddress(origin, idOp) });
}

/** P5 is « not known yet », P1 « nobody ever paid it »: both are answers. */
async function lookUp(call: Call, reference: GatewayReference): Promise<Result<GatewayAnswer, GatewayFault>> {
  const answered = await call("recupererDetailPaiementSecurise", [["idOp", reference]]);
  if (!answered.ok) {
    const { refusal } = answered;
    if (refusal.code === "refused" && refusal.serviceCode === "P5") return ok({ kind: "waiting" });
    if (refusal.code === "refused" && refusal.serviceCode === "P1") return ok({ kind: "gone" });
    return answered;
  }
  const { fields, raw } = answered.value;
  const { idOp = reference } = fields;
  if (idOp.toLowerCase() !== reference.toLowerCase()) {
    return refuse(unavailable(texts.otherIdOp, AFTER_TECHNICAL_FAULT, raw));
  }
  const detail = readDetail(fields, raw);
  return detail.ok ? ok({ kind: "ended", ...detail.value }) : detail;
}
