import type { Visit } from "#identity";
import type { Id } from "#kernel";
import type { Answer, RawInput } from "#platform";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../test/builders/household.ts";
import { askingOf, type Asking } from "../../../test/builders/request.ts";
import { htmlOf, sent } from "../../../test/builders/visit.tsx";
import { agentAct } from "../deciding/agent-act.ts";
import { tellMoved } from "../emails/tell-moved.ts";
import { writeReply } from "../replies/replies.ts";
import { exportRoute } from "./agent/inbox/export-route.ts";
import { inboxRoute } from "./agent/inbox/route.tsx";
import { requestRoutes } from "./agent/one/routes.tsx";
import { replyRoutes } from "./agent/replies/routes.tsx";
import { workloadRoute } from "./agent/workload/route.tsx";
import { followRoutes } from "./family/follow/routes.tsx";

let town: TestDatabase;
let asking: Asking;
beforeAll(async () => {
  town = await testDatabase();
  const home = await town.database.write((writes) =>
    buildHousehold(writes, { guardians: ["Claire"], lastName: "=Lefebvre" }),
  );
  asking = await askingOf(town, home, { model: "question", rights: ["families.read"] });
});
afterAll(() => town.close());

const routes = [
  inboxRoute(() => []),
  exportRoute,
  workloadRoute,
  ...requestRoutes,
  ...replyRoutes,
  ...followRoutes,
];
const ask = (method: string, path: string, visit: Visit, parts: Partial<RawInput> = {}): Promise<Answer> => {
  const found = routes.find((one) => one.method === method && one.path === path);
  if (found === undefined) throw new Error(`No route ${method} ${path}`);
  return found.handle(visit, sent(parts));
};
const send = () => asking.send({ sujet: "cantine", question: "Pourquoi ?", joindre: "non" });
const act = (id: Id<"request">, done: Omit<Parameters<typeof agentAct>[2], "formKey">) =>
  agentAct(asking.agent(), id, { formKey: newId<"form">(), ...done });

test("what agents say among themselves is on their page, and on no page or in no mail of the family", async () => {
  const request = await send();
  await act(request, { act: "note", said: "Famille en colère-secrète." });
  await act(request, { act: "raise", said: "Élu prévenu-secret.", urgent: true });
  await act(request, { act: "answer", said: "Nous regardons." });
  const agents = htmlOf(
    await ask("GET", "/agent/demarches/:request", asking.agent(), { params: { request } }),
  );
  const family = htmlOf(await ask("GET", "/demarches/:request", asking.family(), { params: { request } }));
  for (const secret of ["colère-secrète", "prévenu-secret"]) {
    expect(agents).toContain(secret);
    expect(family).not.toContain(secret);
  }
  expect(family).toContain("Nous regardons.");
  expect(family).not.toMatch(/priorit/i);

  const entries = await town.database.read((reads) =>
    reads.rows<{ id: string }>("test_entries", "select id::text from request_history order by id"),
  );
  const { authority, database } = town;
  for (const { id } of entries)
    await tellMoved(new URL("https://espace.exemple.fr"))(
      { authority, database, now: asking.agent().now },
      { entry: id },
    );
  const mails = await town.database.read((reads) =>
    reads.rows<{ mail: string }>("test_mails", "select m::text as mail from outbox_message m"),
  );
  const told = mails.map(({ mail }) => mail).join("\n");
  expect(told).toContain("Nous regardons.");
  expect(told).not.toMatch(/secr[eè]t|priorit/i);
});

test("a canned answer comes at the end of what was typed, with what is known of the request", async () => {
  const request = await send();
  const reply = newId<"request-reply">();
  const body = "Bonjour {nom}, votre demande {numero} est suivie par : {service}.";
  await writeReply(asking.agent(), { replyId: reply, kindId: asking.kindId, label: "Suivie", body });
  const other = newId<"request-reply">();
  await writeReply(asking.agent(), { replyId: other, kindId: null, label: "Autre", body: "Autre." });
  const shown = htmlOf(
    await ask("POST", "/agent/demarches/:request/inserer", asking.agent(), {
      params: { request },
      body: { reponse: reply, dans: "message", message: "Merci." },
    }),
  );
  expect(shown).toMatch(
    /Merci\.\nBonjour Claire [^,]*, votre demande \d+ est suivie par : Service enfance\.<\/textarea>/,
  );
  const typed = { cle: newId(), nom: "Faute", type: "", texte: "Bonjour {prénom}." };
  const refused = await ask("POST", "/agent/demarches/reponses", asking.agent(), { body: typed });
  expect(htmlOf(refused)).toContain("{prénom}");
  expect(refused).toMatchObject({ kind: "page", status: 422 });
});

test("the file holds what the filter shows, and no cell that a spreadsheet would run", async () => {
  const request = await send();
  await act(request, { act: "raise", said: "Départ.", urgent: true });
  const file = await ask("GET", "/agent/demarches/liste.csv", asking.agent(), { query: { urgentes: "1" } });
  if (file.kind !== "file") throw new Error(file.kind);
  const text = String(file.body);
  expect(text).toContain("Prioritaire");
  expect(text).not.toMatch(/(^|;)=/m);
  const none = await ask("GET", "/agent/demarches/liste.csv", asking.agent(), {
    query: { commune: "Ailleurs" },
  });
  expect(none.kind === "file" && String(none.body).trim().split("\n")).toHaveLength(1);
});

test("the workload counts what is open, what is late, and what was answered in time", async () => {
  const late = await asking.send(
    { sujet: "cantine", question: "Quand ?", joindre: "non" },
    asking.family("2026-10-01"),
  );
  await act(late, { act: "take" });
  await asking.refuse(await send(), "Non.");
  const shown = htmlOf(await ask("GET", "/agent/demarches/charge", asking.agent()));
  expect(shown).toContain("dont 1 en retard");
  expect(shown).toContain("61 jours et plus");
  expect(shown).toMatch(/100\s%\s: 1 sur 1\s?réponse/);
  const inbox = htmlOf(await ask("GET", "/agent/demarches", asking.agent(), { query: { retard: "1" } }));
  expect(inbox).toContain("En retard depuis le");
});
