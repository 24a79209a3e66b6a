import type { GatewayReference } from "../gateway/gateway.ts";

/** Whether a text has the shape of an `idOp`: a UUID of 36 characters, `cc0cb210-1cd4-11ea-8cca-0213ad91a103`. */
export function isPayfipReference(text: string): text is GatewayReference {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
