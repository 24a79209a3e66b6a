import { NAMESPACE } from "./namespace.ts";

/** A fault of the service: its class, its code and its text. */
export interface ServiceFault {
  readonly name: "FonctionnelleErreur" | "TechIndisponibiliteErreur" | "TechProtocolaireErreur";
  readonly code: string;
  readonly text: string;
}

/** The document of an answer; its fields are in no namespace. */
export function writeReturned(operation: string, fields: readonly (readonly [string, string])[]): string {
  const written = fields.map(([name, value]) => `<${name}>${escapeXml(value)}</${name}>`).join("");
  return envelope(
    `<ns2:${operation}Response xmlns:ns2="${NAMESPACE}"><return>${written}</return></ns2:${operation}Response>`,
  );
}

/** The document of a fault, as JAX-WS writes it: its text stands in `libelle`. */
export function writeFault({ name, code, text }: ServiceFault): string {
  const told = `<code>${code}</code><descriptif></descriptif><libelle>${escapeXml(text)}</libelle><message></message><severite>2</severite>`;
  return envelope(
    `<S:Fault><faultcode>S:Server</faultcode>` +
      `<faultstring>fr.gouv.finances.cp.tpa.webservice.exceptions.${name}</faultstring>` +
      `<detail><ns2:${name} xmlns:ns2="${NAMESPACE}">${told}</ns2:${name}></detail></S:Fault>`,
  );
}

function envelope(body: string): string {
  return (
    `<?xml version='1.0' encoding='UTF-8'?>` +
    `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body>${body}</S:Body></S:Envelope>`
  );
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
