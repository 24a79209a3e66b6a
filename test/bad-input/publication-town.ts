import { randomUUID } from "node:crypto";

import type { SchemaDatabase } from "#platform";
import type { FastifyInstance } from "fastify";

import { MULTIPART, multipart } from "../documents/multipart.ts";
import { photograph } from "../documents/sample-files.ts";

/** Publications that the administrator wrote over HTTP: news that is public, with a file; rules; a draft. */
export async function buildPublications(
  { app, database, host }: { app: FastifyInstance; database: SchemaDatabase; host: string },
  { cookie, token }: { cookie: string; token(): string },
) {
  async function post(url: string, fields: Record<string, string>): Promise<void> {
    const headers = { host, cookie, "content-type": "application/x-www-form-urlencoded" };
    const payload = `${new URLSearchParams(fields).toString()}&formulaire=${token()}`;
    const answer = await app.inject({ method: "POST", url, headers, payload });
    if (answer.statusCode !== 303) throw new Error(`${url} was answered ${answer.statusCode}`);
  }
  async function written(genre: string, pour: string): Promise<string> {
    const cle = randomUUID();
    const words = { titre: "Repas de fête", texte: "Jeudi, au restaurant." };
    await post("/agent/publications/ecrire", { cle, genre, pour, ...words });
    return cle;
  }
  const news = await written("news", "public");
  const rules = await written("rules", "families");
  const draft = await written("news", "families");
  for (const one of [news, rules]) await post(`/agent/publications/${one}/publier`, { quand: "maintenant" });
  const payload = multipart(
    { formulaire: decodeURIComponent(token()), cle: randomUUID() },
    { name: "menu.jpg", bytes: photograph({ turned: true }) },
  );
  const url = `/agent/publications/${news}/fichiers`;
  const headers = { host, cookie, "content-type": MULTIPART };
  const added = await app.inject({ method: "POST", url, headers, payload });
  if (added.statusCode !== 303) throw new Error(`The file was answered ${added.statusCode}`);
  // What a week of menus is written for.
  await database.write((writes) => writes.run("test_meals", `update unit set with_meal = true`));
  const file = await database.read((reads) =>
    reads.row<{ document: string; version: string }>(
      "test_published_file",
      `select document_id as document, version_id as version from documents_version_card where owner_id = $1`,
      [news],
    ),
  );
  if (file === undefined) throw new Error("The file of the publication was not kept");
  return { news, rules, draft, ...file };
}
