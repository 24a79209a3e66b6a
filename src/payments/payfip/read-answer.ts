import { z } from "zod";

import { ok, refuse, type Result } from "#kernel";

import type { GatewayFault } from "../gateway/gateway.ts";
import type { PayfipOperation } from "./envelope.ts";
import type { HttpAnswer } from "./post.ts";
import { readFault } from "./read-fault.ts";
import { readXml } from "./read-xml.ts";
import { texts } from "./texts.fr.ts";
import { SOON, unavailable } from "./unavailable.ts";

const envelope = z.object({ Envelope: z.object({ Body: z.record(z.string(), z.unknown()) }) });
const response = z.object({ return: z.record(z.string(), z.string()) });

/** The fields that an operation returned, by name. */
export type ReturnedFields = Readonly<Record<string, string>>;

/** Reads what came back from a call: its fields, the fault of the service, or why nothing of it can be believed. */
export function readAnswer(
  operation: PayfipOperation,
  { status, text }: HttpAnswer,
): Result<ReturnedFields, GatewayFault> {
  const xml = readXml(text);
  if (xml.kind === "doctype") return refuse(unavailable(texts.doctype, SOON, text));
  if (xml.kind === "unreadable") return refuse(unavailable(texts.notXml(status), SOON, text));
  const body = envelope.safeParse(xml.content);
  if (!body.success) return refuse(unavailable(texts.otherDocument(status), SOON, text));
  const { Fault, [`${operation}Response`]: answered } = body.data.Envelope.Body;
  if (Fault !== undefined) return refuse(readFault(Fault, text));
  const returned = response.safeParse(answered);
  if (status !== 200 || !returned.success)
    return refuse(unavailable(texts.otherDocument(status), SOON, text));
  return ok(returned.data.return);
}
