import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";

import { NAMESPACE } from "./namespace.ts";

const parser = new XMLParser({
  ignoreAttributes: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  htmlEntities: true,
});

const element = z.record(z.string(), z.unknown());

/** A call of the service: the operation and its fields, as far as the schema knows them. */
export interface ServiceCall {
  readonly operation: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Reads a call as strictly as the schema: the wrapper is in the service's namespace, `arg0` and the fields are in none.
 * A field with a prefix, or under a default namespace, is another element, and is not seen. Undefined when it is no
 * SOAP call.
 */
export function readCall(text: string): ServiceCall | undefined {
  if (/<!\s*(DOCTYPE|ENTITY)/i.test(text) || XMLValidator.validate(text) !== true) return undefined;
  const document: unknown = parser.parse(text);
  const envelope = child(document, "Envelope");
  const body = child(envelope?.inside, "Body");
  if (envelope === undefined || body === undefined) return undefined;
  const wrapperName = Object.keys(body.inside).find((name) => !name.startsWith("@_"));
  const wrapper = element.safeParse(body.inside[wrapperName ?? ""]);
  if (wrapperName === undefined || !wrapper.success) return undefined;
  const scopes = [envelope.inside, body.inside, wrapper.data];
  const [prefix, operation] = split(wrapperName);
  if (namespaceOf(prefix, scopes) !== NAMESPACE) return undefined;
  const qualified = (namespaceOf("", scopes) ?? "") !== "";
  const argument = element.safeParse(qualified ? {} : wrapper.data["arg0"]);
  return { operation, fields: argument.success ? unqualifiedTexts(argument.data) : {} };
}

type Element = Record<string, unknown>;

/** The only child of that name, whatever its prefix. */
function child(parent: unknown, name: string): { inside: Element } | undefined {
  const inside = element.safeParse(parent);
  if (!inside.success) return undefined;
  const key = Object.keys(inside.data).find((written) => split(written)[1] === name);
  const found = element.safeParse(inside.data[key ?? ""]);
  return found.success ? { inside: found.data } : undefined;
}

function split(name: string): [prefix: string, local: string] {
  const colon = name.indexOf(":");
  return colon === -1 ? ["", name] : [name.slice(0, colon), name.slice(colon + 1)];
}

/** The namespace that a prefix has inside these elements, the innermost last. */
function namespaceOf(prefix: string, scopes: readonly Element[]): string | undefined {
  const attribute = prefix === "" ? "@_xmlns" : `@_xmlns:${prefix}`;
  const declared = scopes.findLast((scope) => scope[attribute] !== undefined)?.[attribute];
  return typeof declared === "string" ? declared : undefined;
}

function unqualifiedTexts(argument: Element): Record<string, string> {
  return Object.fromEntries(
    Object.entries(argument).flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("@_") && !name.includes(":") ? [[name, value]] : [],
    ),
  );
}
