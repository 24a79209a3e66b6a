import { documentKinds } from "#documents";
import { hashedId, type SchemaDatabase } from "#platform";
import { changeKind, openKind, publishKind } from "#requests";

import { LEGAL_WORDS } from "../../bad-input/request-town.ts";
import { agentWith } from "../../builders/actors.ts";

/** The names of the three documents that the form asks for, each on a page of its own. */
export const DOCUMENTS = ["premier", "deuxieme", "troisieme"] as const;

/** A kind of request that asks for three documents and nothing else, published. */
export async function publishThreeDocuments(
  database: SchemaDatabase,
  now: Temporal.Instant,
): Promise<string> {
  const visit = { actor: agentWith(["requests.settings"]), database, now, address: "127.0.0.1" };
  const kindId = hashedId<"request-kind">("bench", "three documents");
  await openKind(visit, kindId, "question");
  const kinds = await database.read(documentKinds);
  const document = kinds.find(({ about }) => about === "household");
  const steps = DOCUMENTS.map((name) => ({
    name,
    title: name,
    fields: [{ name, label: name, type: "document", kindId: document?.kindId }],
  }));
  await database.write((writes) =>
    writes.run("bench_three_documents", "update request_kind set edited_form = $2 where id = $1", [
      kindId,
      JSON.stringify({ steps }),
    ]),
  );
  await changeKind(visit, kindId, (kind) => ({ ...kind, ...LEGAL_WORDS }));
  const published = await publishKind(visit, kindId);
  if (!published.ok) throw new Error(`The form of three documents was refused: ${published.refusal.code}`);
  return kindId;
}
