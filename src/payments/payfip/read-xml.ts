import { XMLParser, XMLValidator } from "fast-xml-parser";

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  // « 0620 » is an hour and « 012345 » a client: no value is a number before we say so.
  parseTagValue: false,
  // With no definition of type, the only entities are XML's own five and numbered characters.
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** What a document holds by element name; `doctype` when it defines entities, `unreadable` when it is not XML. */
export type ReadXml =
  | { readonly kind: "read"; readonly content: unknown }
  | { readonly kind: "doctype" }
  | { readonly kind: "unreadable" };

/**
 * Reads XML that came from outside. A definition of type is refused before anything is parsed, wherever it stands:
 * entities that multiply and entities that read a file both need one, and SOAP 1.1 forbids it.
 */
export function readXml(text: string): ReadXml {
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(text)) return { kind: "doctype" };
  if (XMLValidator.validate(text) !== true) return { kind: "unreadable" };
  try {
    const content: unknown = parser.parse(text);
    return { kind: "read", content };
  } catch {
    // Nested beyond reason.
    return { kind: "unreadable" };
  }
}
