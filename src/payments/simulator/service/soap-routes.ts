import type { FastifyInstance } from "fastify";
import { z } from "zod";

import type { AttemptBook } from "../attempt-book.ts";
import type { SimulatedClient } from "../clients.ts";
import type { Faults } from "../faults.ts";
import { answerCall, faulty } from "./answer-call.ts";
import { readCall, type ServiceCall } from "./read-call.ts";
import { schemas, wsdl } from "./wsdl.ts";

const PATH = "/tpa/services/securite";
const XML = "text/xml;charset=utf-8";
const query = z.object({ wsdl: z.string().optional(), xsd: z.string().optional() });

/** The web service: its description, its schemas, and its three operations with the faults that are switched on. */
export function soapRoutes(
  app: FastifyInstance,
  parts: { book: AttemptBook; faults: Faults; clients: readonly SimulatedClient[]; origin: () => string },
): void {
  const { book, faults, clients, origin } = parts;
  // As text: what is no XML is a fault to tell, not a request to refuse.
  app.addContentTypeParser<string>(
    "text/xml",
    { parseAs: "string" },
    async (_http: unknown, body: string) => body,
  );
  app.get(PATH, async (http, reply) => {
    const asked = query.parse(http.query);
    const document =
      asked.wsdl !== undefined
        ? wsdl(`${origin()}${PATH}`)
        : schemas(`${origin()}${PATH}`)[Number(asked.xsd) - 1];
    return document === undefined ? reply.code(404).send() : reply.type(XML).send(document);
  });
  app.post(PATH, async (http, reply) => {
    const call = readCall(z.string().catch("").parse(http.body));
    reply.type(XML);
    if (call === undefined) {
      const { status, document } = faulty({
        name: "TechProtocolaireErreur",
        code: "",
        text: "Le message n'est pas conforme au contrat",
      });
      return reply.code(status).send(document);
    }
    switch (faults.ofCall(subjectOf(call))) {
      case "technical": {
        const { status, document } = faulty({
          name: "TechIndisponibiliteErreur",
          code: "",
          text: "Service momentanément indisponible",
        });
        return reply.code(status).send(document);
      }
      case "html502":
        return reply.code(502).type("text/html").send(BAD_GATEWAY);
      case "silent":
        // What was asked is done, and nobody is told: the hardest case for a client.
        answerCall(call, book, clients);
        return reply.hijack();
      case "truncated": {
        const { status, document } = answerCall(call, book, clients);
        return reply.code(status).send(document.slice(0, Math.floor(document.length * 0.6)));
      }
      case undefined: {
        const { status, document } = answerCall(call, book, clients);
        return reply.code(status).send(document);
      }
    }
  });
}

const BAD_GATEWAY =
  "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><hr></body></html>";

/** What a fault strikes: one debt, or one operation. */
function subjectOf({ operation, fields }: ServiceCall): string {
  return `${operation} ${fields["idOp"] ?? fields["refdet"] ?? ""}`;
}
