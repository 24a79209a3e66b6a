import { randomUUID } from "node:crypto";

import { documentKinds, documentsOf, type DocumentVersion } from "#documents";
import type { Id } from "#kernel";
import type { SchemaDatabase } from "#platform";
import type { FastifyInstance } from "fastify";

import { MULTIPART, multipart } from "./multipart.ts";
import { photograph } from "./sample-files.ts";

/** Who sends, with what a form of his or hers carries. */
interface Sender {
  cookie: string;
  /** A token of a form, encoded for an address. */
  token(): string;
}

/** A proof of insurance that somebody sends for a child, over HTTP, as the database then knows it. */
export async function sentDocument(
  { app, database, host }: { app: FastifyInstance; database: SchemaDatabase; host: string },
  { cookie, token }: Sender,
  { household, child }: { household: Id<"household">; child: string },
): Promise<DocumentVersion> {
  const kind = (await database.read(documentKinds)).find(({ label }) => label === "Attestation d’assurance");
  const fields = {
    formulaire: decodeURIComponent(token()),
    cle: randomUUID(),
    type: kind?.kindId ?? "",
    pour: `${household} ${child}`,
    fin: "",
  };
  const payload = multipart(fields, { name: "assurance.jpg", bytes: photograph({ turned: true }) });
  const headers = { host, cookie, "content-type": MULTIPART };
  const answer = await app.inject({ method: "POST", url: "/documents/ajouter", headers, payload });
  if (answer.statusCode !== 303) throw new Error(`The document was answered ${answer.statusCode}`);
  const [sent] = await database.read((reads) => documentsOf(reads, [household]));
  if (sent === undefined) throw new Error("The document was not kept");
  return sent;
}
