import { afterAll, beforeAll, expect, test } from "vitest";

import { deviceCookie, sessionCookie, type Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { buildAccount, PASSWORD } from "../../../../test/builders/account.ts";
import { htmlOf, sent, visitTo } from "../../../../test/builders/visit.tsx";
import type { Visit } from "../../visit.ts";
import { identityRoutes } from "../../routes.ts";
import { signInAnswer } from "./sign-in-answer.ts";

let place: TestDatabase;

beforeAll(async () => {
  place = await testDatabase();
  await buildAccount(place.database);
});
afterAll(() => place.close());

const demonstration = { password: "demo-demo-demo", accounts: [{ email: "d@exemple.fr", who: "Une mère" }] };
const routes = identityRoutes({ demonstration, postPaths: () => ["/planning", "/connexion"] });
const ask = (method: "GET" | "POST", input: object, visit: Partial<Visit> = {}): Promise<Answer> => {
  const route = routes.find((one) => one.method === method && one.path === "/connexion");
  if (route === undefined) throw new Error("no route");
  return route.handle(visitTo(place, visit), sent(method === "GET" ? { query: input } : { body: input }));
};
const right = { email: "claire@exemple.fr", "mot-de-passe": PASSWORD };
const cookie = (answer: Answer, name: string) =>
  answer.kind === "page" || answer.kind === "redirect"
    ? answer.cookies?.find((one) => one.name === name)
    : undefined;

test("the page says the same for an unknown address and for a wrong password", async () => {
  const tries = async (email: string) => {
    const answers: { status: unknown; html: string }[] = [];
    for (let n = 0; n < 7; n++) {
      const answer = await ask("POST", { email, "mot-de-passe": "autre chose 123" }, { address: email });
      const status = answer.kind === "page" ? answer.status : answer.kind;
      answers.push({ status, html: htmlOf(answer).replaceAll(email, "…") });
    }
    return answers;
  };
  const known = await tries("claire@exemple.fr");
  expect(known).toEqual(await tries("inconnu@exemple.fr"));
  expect(known.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
  expect(known.at(-1)?.html.replaceAll("\u00a0", " ")).toContain("Réessayez à 9 h 01");
});

test("signing in sets both cookies and goes where one wanted to go, never elsewhere", async () => {
  const answer = await ask("POST", { ...right, retour: "/planning?mois=2026-12" });
  expect(answer).toMatchObject({ kind: "redirect", to: "/planning?mois=2026-12" });
  expect(cookie(answer, sessionCookie)).toMatchObject({ maxAge: 60 * 24 * 3600 });
  expect(cookie(answer, deviceCookie)?.value).toMatch(/^[\w-]{43}$/);
  for (const retour of ["//ailleurs.fr", "https://ailleurs.fr", "/\\ailleurs.fr", ["/a", "/b"]]) {
    expect(await ask("POST", { ...right, retour })).toMatchObject({ kind: "redirect", to: "/" });
  }
});

test("a form sent when the session had ended comes back after signing in, complete", async () => {
  const body = { formulaire: "vieux", cle: "k1", ligne: ["a", "b & « c »"], mois: "2026-11" };
  const asked = await signInAnswer(visitTo(place), { method: "POST", path: "/planning", body });
  const html = htmlOf(asked);
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"`)
      .exec(html)?.[1]
      ?.replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");
  expect(asked).toMatchObject({ status: 401 });
  const answer = await ask("POST", {
    ...right,
    "suite-chemin": field("suite-chemin"),
    "suite-champs": field("suite-champs"),
  });
  const resumed = htmlOf(answer);
  expect(resumed).toContain('action="/planning"');
  expect(resumed).toContain('name="cle" value="k1"');
  expect(resumed.match(/name="ligne"/g)).toHaveLength(2);
  expect(resumed).toContain("b &amp; « c »");
  expect(resumed).not.toContain("vieux");
  expect(cookie(answer, sessionCookie)?.value).toBeTruthy();
});

test("a wrong password does not lose what is carried", async () => {
  const carried = { "suite-chemin": "/planning", "suite-champs": '{"cle":"k1"}' };
  const html = htmlOf(await ask("POST", { ...right, "mot-de-passe": "autre chose", ...carried }));
  expect(html).toContain('name="suite-chemin" value="/planning"');
  expect(htmlOf(await ask("POST", { ...right, "mot-de-passe": "", ...carried }))).toContain("suite-champs");
});

test.each([
  ["another site", "https://ailleurs.fr/planning", "{}"],
  ["a path that is no form of ours", "/ailleurs", "{}"],
  ["no JSON", "/planning", "{"],
  ["a list", "/planning", '["a"]'],
  ["nested fields", "/planning", '{"a":{"b":"c"}}'],
  ["too much", "/planning", JSON.stringify({ a: "x".repeat(100_001) })],
])("what is carried is dropped when it is %s", async (_what, path, fields) => {
  const answer = await ask("POST", { ...right, "suite-chemin": path, "suite-champs": fields });
  expect(answer).toMatchObject({ kind: "redirect", to: "/" });
});

test("a form too large to be carried is said to be lost", async () => {
  const body = { a: "x".repeat(100_001) };
  const answer = await signInAnswer(visitTo(place), { method: "POST", path: "/planning", body });
  expect(htmlOf(answer)).toContain("n’est pas enregistré. Connectez-vous, puis recommencez.");
});

test("a page is come back to by its address", async () => {
  const answer = (path: string) => signInAnswer(visitTo(place), { method: "GET", path, body: undefined });
  expect(await answer("/planning?mois=2026-12")).toMatchObject({
    to: "/connexion?retour=%2Fplanning%3Fmois%3D2026-12",
  });
  expect(await answer("//ailleurs.fr")).toMatchObject({ to: "/connexion" });
});

test.each([
  [{}, "Écrivez du texte ici."],
  [{ email: "", "mot-de-passe": "x" }, "Écrivez votre adresse e-mail."],
  [{ email: ["a", "b"], "mot-de-passe": "x" }, "Écrivez du texte ici."],
  [{ email: "a@b.fr" }, "Écrivez votre mot de passe."],
  [{ email: "a@b.fr", "mot-de-passe": ["x"] }, "Écrivez votre mot de passe."],
  [{ email: "a@b.fr", "mot-de-passe": "x".repeat(1001) }, "Ce mot de passe est trop long"],
  [{ email: "a\u0000@b.fr", "mot-de-passe": "x" }, "caractères illisibles"],
])("the form %j says what to write", async (body, sentence) => {
  const answer = await ask("POST", body);
  expect(answer).toMatchObject({ status: 400 });
  expect(htmlOf(answer)).toContain(sentence);
});

test("an address without https says which one to use, one's own machine does not", async () => {
  const at = async (origin: string) => htmlOf(await ask("GET", {}, { origin }));
  expect(await at("http://espace.exemple.fr")).toContain('href="https://espace.exemple.fr/connexion"');
  expect(await at("https://espace.exemple.fr")).not.toContain("pas sécurisée");
  expect(await at("http://localhost:3000")).not.toContain("pas sécurisée");
});

test("the accounts of the demonstration are listed in a demonstration only", async () => {
  const page = async (authority: Partial<Visit["authority"]>) =>
    htmlOf(await ask("GET", {}, { authority: { ...place.authority, ...authority } }));
  expect(await page({ demonstration: true })).toContain("demo-demo-demo");
  expect(await page({ demonstration: false })).not.toContain("demo-demo-demo");
});
