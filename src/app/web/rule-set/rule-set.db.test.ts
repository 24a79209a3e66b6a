import { readFileSync } from "node:fs";
import { join } from "node:path";

import { projectRoot } from "#platform";
import { testDatabase, type TestDatabase } from "#test";
import { afterAll, beforeAll, expect, test } from "vitest";

import { agentWith } from "../../../../test/builders/actors.ts";
import { wordsOf } from "../../../../test/builders/family-town.tsx";
import { buildZoneB } from "../../../../test/builders/offered-canteen.ts";
import { htmlOf, sent, visitTo } from "../../../../test/builders/visit.tsx";
import { ruleSetRoutes } from "./routes.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
  await town.database.write((writes) => buildZoneB(writes, town.authority.id));
}, 60_000);
afterAll(() => town.close());

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const mametz = readFileSync(join(projectRoot, "examples", "rulesets", "r15-mametz.yaml"), "utf8");

async function ask(method: "GET" | "POST", path: string, body: Record<string, string> = {}) {
  const route = ruleSetRoutes.find((known) => known.method === method && known.path === path);
  if (route === undefined) throw new Error(`No route ${method} ${path}`);
  const visit = visitTo(town, { actor: agentWith(["offer.write"]), now: NOW });
  return route.handle(visit, sent({ body }));
}

test("an agent takes a règlement over from a page, and downloads it again; a second time nothing changes", async () => {
  const form = { texte: mametz, du: "2026-11-02" };
  const checked = await ask("POST", "/agent/reglement/verifier", form);
  expect(wordsOf(htmlOf(checked))).toContain("Rien n’est encore fait.");
  expect(await ask("POST", "/agent/reglement/enregistrer", form)).toMatchObject({
    kind: "redirect",
    to: "/agent/reglement?enregistre=1",
  });
  const slots = await town.database.read((reads) =>
    reads.row<{ count: number }>("test_rule_set_slots", `select count(*)::integer as count from slot`),
  );
  expect(slots?.count).toBeGreaterThan(100);
  expect(wordsOf(htmlOf(await ask("GET", "/agent/reglement")))).toContain("Règlements repris");
  const file = await ask("GET", "/agent/reglement/fichier.yaml");
  const body = file.kind === "file" ? file.body.toString() : "";
  expect(body).toContain("Mametz");
  const again = await ask("POST", "/agent/reglement/verifier", { texte: body, du: "2026-11-02" });
  expect(wordsOf(htmlOf(again))).toContain("Rien ne changerait");
});

test("a règlement that cannot be taken over says why, line by line, and keeps what was typed", async () => {
  const broken = mametz.replace("weekday: friday", "weekday: vendredi");
  const answer = await ask("POST", "/agent/reglement/verifier", { texte: broken, du: "2026-11-02" });
  const html = htmlOf(answer);
  expect(answer).toMatchObject({ kind: "page", status: 422 });
  expect(wordsOf(html)).toContain("Corrigez ces lignes");
  expect(html).toContain("vendredi");
  const row = broken.split("\n").find((line) => line.includes("weekday: vendredi"));
  expect(html).toContain(`<code>${row?.trim().replaceAll('"', "&quot;")}</code>`);
});

test("the past does not change", async () => {
  const answer = await ask("POST", "/agent/reglement/verifier", { texte: mametz, du: "2026-11-01" });
  expect(wordsOf(htmlOf(answer))).toContain("ce qui est passé ne change plus");
});
