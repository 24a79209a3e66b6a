import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../../../test/builders/household.ts";
import { askingOf, type Asking } from "../../../../../test/builders/request.ts";
import { htmlOf, sent } from "../../../../../test/builders/visit.tsx";
import { agentAct } from "../../../deciding/agent-act.ts";
import { tellMoved } from "../../../emails/tell-moved.ts";
import { submitRequest } from "../../../filling/submit-request.ts";
import { followRoutes } from "./routes.tsx";

let town: TestDatabase;
let asking: Asking;
beforeAll(async () => {
  town = await testDatabase();
  const home = await town.database.write((writes) => buildHousehold(writes, { guardians: ["Claire"] }));
  asking = await askingOf(town, home, { model: "question", rights: ["families.read"] });
});
afterAll(() => town.close());

async function get(path: string, request: Id<"request">, query = {}) {
  const found = followRoutes.find((one) => one.method === "GET" && one.path === path);
  return found?.handle(asking.family("2026-12-05"), sent({ params: { request }, query }));
}
async function shown(request: Id<"request">): Promise<string> {
  const answer = await get("/demarches/:request", request);
  return answer === undefined ? "" : htmlOf(answer).replaceAll("\u00a0", " ");
}

test("a request is received the day it was first sent, and while more is asked for its delay has no date", async () => {
  const request = await asking.send({ sujet: "cantine", question: "Pourquoi ?", joindre: "non" });
  expect(await shown(request)).toContain("Sans réponse de notre part le");
  await agentAct(asking.agent("2026-12-03"), request, {
    act: "ask",
    formKey: newId<"form">(),
    said: "Quel jour ?",
    replyBy: Temporal.PlainDate.from("2026-12-24"),
  });
  const waiting = await shown(request);
  expect(waiting).toContain("Envoyez votre complément avant le jeudi 24 décembre 2026.");
  expect(waiting).toContain("Délai arrêté");
  expect(waiting).not.toMatch(/Réponse attendue|Sans réponse de notre part|Nous vous répondons/);

  expect(await submitRequest(asking.family("2026-12-05"), request)).toEqual({ ok: true, value: null });
  const complete = await shown(request);
  expect(complete).toMatch(/a été reçue le mardi 1er décembre 2026 à/);
  expect(complete).toMatch(/Votre complément a été reçu le samedi 5 décembre 2026 à/);
  expect(complete).toContain("Sans réponse de notre part le");
  expect(complete).toContain("/accuse.pdf?envoi=1");

  const file = "/demarches/:request/accuse.pdf";
  const [last, first] = [await get(file, request), await get(file, request, { envoi: "1" })];
  expect(last).toMatchObject({ name: expect.stringMatching(/^accuse-reception-\d+-2\.pdf$/) });
  expect(first).toMatchObject({ name: expect.stringMatching(/^accuse-reception-\d+\.pdf$/) });

  const entries = await town.database.read((reads) =>
    reads.rows<{ id: string }>("test_entry", "select id::text from request_history where act = 'complete'"),
  );
  const { authority, database } = town;
  const background = { authority, database, now: asking.family().now };
  await tellMoved(new URL("https://espace.exemple.fr"))(background, { entry: entries[0]?.id });
  const [mail] = await town.database.read((reads) =>
    reads.rows<{ text: string }>("test_mail", "select body_text as text from outbox_message"),
  );
  expect(mail?.text).toMatch(/a été reçue le mardi 1er décembre/);
  expect(mail?.text).toMatch(/complément a été reçu le samedi 5 décembre/);
});
