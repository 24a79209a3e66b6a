import type { GatewayFault } from "../gateway/gateway.ts";

/** Nothing can be trusted of what came, or nothing came: five minutes is how often running clients ask. */
export const SOON = 5;

/** The guide's own wait after a technical fault of the service. */
export const AFTER_TECHNICAL_FAULT = 30;

/** No answer to believe: nothing is known, ask again later. What came, if anything did, is kept as it was. */
export function unavailable(reason: string, retryAfterMinutes: number, raw?: string): GatewayFault {
  return { code: "unavailable", reason, retryAfterMinutes, ...(raw === undefined ? {} : { raw }) };
}
