import type { Id } from "#kernel";
import type { Answer, RawInput } from "#platform";
import { afterAll, beforeAll, expect, test } from "vitest";

import { newId } from "../../../../../test/builders/canteen.ts";
import { askingOf, keptDocument, type Asking } from "../../../../../test/builders/request.ts";
import { htmlOf, sent } from "../../../../../test/builders/visit.tsx";
import { chosen, documentTown } from "../../../../../test/documents/document-town.ts";
import { pdf } from "../../../../../test/documents/sample-files.ts";
import { filledRequest } from "../../../filling/filled-request.ts";
import { followRoutes } from "../follow/routes.tsx";
import { fillingRoutes } from "./routes.tsx";

let at: Awaited<ReturnType<typeof documentTown>>;
let moving: Asking;
let absence: Asking;
let older: Id<"document-version">;
beforeAll(async () => {
  at = await documentTown();
  moving = await askingOf(at, at.mother, { model: "coordonnees", rights: ["families.write"] });
  absence = await askingOf(at, at.mother, { model: "absence", rights: ["attendance.write"] });
  older = await keptDocument(at, at.mother, "Justificatif de domicile");
});
afterAll(() => at.close());

async function ask(method: string, path: string, parts: Partial<RawInput>): Promise<Answer> {
  const routes = [...fillingRoutes(at.vault), ...followRoutes];
  const found = routes.find((one) => one.method === method && one.path === path);
  if (found === undefined) throw new Error(`No route ${method} ${path}`);
  return found.handle(moving.family(), sent(parts));
}
const STEP = "/demarches/:request/etapes/:step";
const open = (request: string, step: string) => ask("GET", STEP, { params: { request, step } });
const post = (request: string, step: string, parts: Partial<RawInput>) =>
  ask("POST", STEP, { params: { request, step }, ...parts });
const go = (request: string) => ask("GET", "/demarches/:request/continuer", { params: { request } });
const LATER = { query: { "plus-tard": "1" } };
const KEPT = "/demarches?fait=garde";

const HOME = { quoi: "adresse", adresse: "3 rue Neuve", "code-postal": "75011", commune: "Paris" };
const proved = () => moving.begin({ ...HOME, depuis: "2026-11-01" });
const answersOf = async (request: Id<"request">) =>
  (await at.database.read((reads) => filledRequest(reads, moving.family(), request)))?.request.answers ?? {};
const nameOf = async (request: Id<"request">) => {
  const [row] = await at.rows("select name from s.document_version where id = $1", [
    (await answersOf(request))["justificatif"] || null,
  ]);
  return row?.name;
};

test("a file that was chosen is attached, whatever is ticked; without one, what is ticked", async () => {
  const ticked = { cle: newId<"form">(), document: older };
  for (const query of [{}, LATER.query]) {
    const request = await proved();
    const answer = await post(request, "justificatif", {
      query,
      body: { ...ticked, cle: newId<"form">() },
      files: chosen("neuf.pdf", pdf()),
    });
    expect(answer).toMatchObject({ kind: "redirect" });
    expect(await nameOf(request)).toBe("neuf.pdf");
  }
  const request = await proved();
  const answer = await post(request, "justificatif", { ...LATER, body: ticked });
  expect(answer).toMatchObject({ kind: "redirect", to: KEPT });
  expect(await nameOf(request)).toBe("preuve.pdf");
});

test("a bad file is refused with its sentence though another document is ticked, and nothing is attached", async () => {
  const request = await proved();
  for (const query of [{}, LATER.query]) {
    const answer = await post(request, "justificatif", {
      query,
      body: { cle: newId<"form">(), document: older },
      files: chosen("piege.pdf", Buffer.from("<script>alert(1)</script>")),
    });
    expect(answer).toMatchObject({ kind: "page", status: 422 });
    expect(htmlOf(answer)).toContain('href="#fichier"');
    expect(htmlOf(answer)).toMatch(/value="nouveau"[^>]*checked|checked[^>]*value="nouveau"/);
  }
  expect(await nameOf(request)).toBeUndefined();
});

test("a proof of days is offered from what was sent before, and never chosen beforehand", async () => {
  const lina = at.mother.children[0]?.id ?? newId<"participant">();
  const certificate = await keptDocument(at, at.mother, "Certificat médical", lina);
  const days = { enfant: lina, du: "2026-11-20", au: "2026-11-20", motif: "illness" };
  const request = await absence.begin(days);
  const shown = htmlOf(await open(request, "certificat"));
  expect(shown).toContain(certificate);
  expect(shown).not.toMatch(/<input[^>]*\bchecked\b/);
  const empty = await post(request, "certificat", { body: { cle: newId<"form">() } });
  expect(empty).toMatchObject({ kind: "page", status: 422 });
  expect(htmlOf(empty)).toContain("Choisissez un document");
  // What does not name days is ready to be used again.
  expect(htmlOf(await open(await proved(), "justificatif"))).toMatch(/<input[^>]*\bchecked\b/);
});

test("what cannot be read is kept as it was typed, and its page comes first on resuming", async () => {
  const request = await proved();
  const typed = { adresse: "3 rue Neuve", "code-postal": "7501 Paris", commune: "Paris" };
  const left = await post(request, "adresse", { ...LATER, body: typed });
  expect(left).toMatchObject({ kind: "redirect", to: "/demarches?fait=corriger" });
  expect(await go(request)).toMatchObject({ to: `/demarches/${request}/etapes/adresse` });
  const shown = await open(request, "adresse");
  expect(shown).toMatchObject({ kind: "page", status: 200 });
  expect(htmlOf(shown)).toContain('value="7501 Paris"');
  expect(htmlOf(shown)).toContain("Écrivez un code postal de cinq chiffres.");
  const check = { params: { request } };
  expect(await ask("POST", "/demarches/:request/envoyer", check)).toMatchObject({ status: 422 });

  await post(request, "adresse", { body: { ...typed, "code-postal": "75011" } });
  expect(await go(request)).toMatchObject({ to: `/demarches/${request}/etapes/justificatif` });
  expect(htmlOf(await open(request, "adresse"))).not.toContain("7501 Paris");
});

test("what is missing only is kept without a word to correct; answers that do not go together are asked again", async () => {
  const request = await proved();
  const missing = { adresse: "", "code-postal": "75011", commune: "Paris" };
  expect(await post(request, "adresse", { ...LATER, body: missing })).toMatchObject({ to: KEPT });
  const lina = at.mother.children[0]?.id ?? newId<"participant">();
  const proof = await keptDocument(at, at.mother, "Certificat médical", lina);
  const asked = await absence.begin({ enfant: lina, motif: "illness", certificat: proof });
  await post(asked, "dates", { ...LATER, body: { du: "2026-11-20", au: "2026-11-19" } });
  expect(await go(asked)).toMatchObject({ to: `/demarches/${asked}/etapes/dates` });
});
