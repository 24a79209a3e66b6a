import { PAYFIP_NAMESPACE } from "./addresses.ts";

/** The three operations, and the element that holds what each is given. */
export type PayfipOperation =
  | "creerPaiementSecurise"
  | "recupererDetailPaiementSecurise"
  | "recupererDetailClient";

/** Fields in the order of the schema: the service accepted another one once, which is no promise. */
export type PayfipFields = readonly (readonly [name: string, value: string])[];

/** The SOAP 1.1 document of one call. The wrapper is prefixed, so that no field inherits its namespace. */
export function soapRequest(operation: PayfipOperation, fields: PayfipFields): string {
  const written = fields.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`).join("");
  return (
    `<?xml version="1.0" encoding="UTF-8"?>` +
    `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>` +
    `<p:${operation} xmlns:p="${PAYFIP_NAMESPACE}"><arg0>${written}</arg0></p:${operation}>` +
    `</S:Body></S:Envelope>`
  );
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
