import { afterAll, beforeAll, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { buildAccount } from "../../../test/builders/account.ts";
import { htmlOf, sent, visitTo } from "../../../test/builders/visit.tsx";
import { issueChooseLink } from "../accounts/choose-link.ts";
import type { SignedIn } from "../actor.ts";
import { setLogo } from "../authorities/logo.ts";
import { identityRoutes } from "../routes.ts";
import { openSession } from "../sessions/open-session.ts";
import type { Visit } from "../visit.ts";

let place: TestDatabase;
let accountId: Id<"account">;

beforeAll(async () => {
  place = await testDatabase();
  accountId = await buildAccount(place.database);
  await place.database.writeOnce((writes) =>
    writes.run("test_setting", `insert into authority_setting (display_name) values ('Ponthieu')`),
  );
});
afterAll(() => place.close());

const routes = identityRoutes({ demonstration: { password: "", accounts: [] }, postPaths: () => [] });
const ask = (what: string, raw: Parameters<typeof sent>[0], visit: Partial<Visit> = {}) => {
  const route = routes.find(({ method, path }) => `${method} ${path}` === what);
  if (route === undefined) throw new Error(`no route ${what}`);
  return route.handle(visitTo(place, visit), sent(raw));
};
const actor = (rights: SignedIn["rights"] = new Map()): SignedIn => ({
  kind: "signed-in",
  accountId,
  name: "Claire Lefebvre",
  email: "claire@exemple.fr",
  guardian: null,
  rights,
});
const { now } = { now: Temporal.Instant.from("2026-11-12T08:00:00Z") };
const openOn = async (device: string) => {
  const opened = await place.database.write((writes) =>
    openSession(writes, { accountId, agent: false, device, now }),
  );
  return opened.token;
};

test("the connected devices are listed in words, each with its button", async () => {
  const token = await openOn("Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0");
  await openOn("Mozilla/5.0 (iPhone) Version/17.5 Safari/604.1");
  const visit = { actor: actor(), sessionToken: token };
  const html = htmlOf(await ask("GET /mes-connexions", {}, visit)).replaceAll("\u00a0", " ");
  expect(html).toContain("Ordinateur Linux, Firefox");
  expect(html).toContain("Dernière visite le jeudi 12 novembre à 9 h");
  const name = /name="appareil" value="([\w-]{43})"/.exec(html)?.[1];
  const disconnect = () => ask("POST /mes-connexions", { body: { appareil: name } }, visit);
  expect(await disconnect()).toMatchObject({ to: "/mes-connexions?deconnexion=fait" });
  expect(await disconnect()).toMatchObject({ to: "/mes-connexions?deconnexion=deja-fait" });
  expect(htmlOf(await ask("GET /mes-connexions", {}, visit))).not.toContain("iPhone");
  const everywhere = await ask("POST /mes-connexions/tout-deconnecter", {}, visit);
  expect(everywhere).toMatchObject({ to: "/connexion?apres=partout", cookies: [{ value: null }] });
  expect(await ask("GET /mes-connexions", {})).toEqual({ kind: "sign-in" });
});

test.each([{}, { appareil: "x" }, { appareil: ["a", "b"] }])(
  "the device %j is not understood",
  async (body) =>
    expect(await ask("POST /mes-connexions", { body }, { actor: actor() })).toMatchObject({
      refusal: { status: 400 },
    }),
);

test("signing out works without a session too", async () => {
  expect(await ask("POST /deconnexion", {})).toMatchObject({ to: "/connexion?apres=deconnexion" });
});

test("a link to choose a password shows its form, its corrections, then that it has served", async () => {
  const path = await place.database.write((writes) =>
    issueChooseLink(writes, { accountId, validDays: 7, now }),
  );
  const params = { token: path.replace("/mot-de-passe/", "") };
  const choose = (password: unknown) =>
    ask("POST /mot-de-passe/:token", { params, body: { "mot-de-passe": password } });
  expect(htmlOf(await ask("GET /mot-de-passe/:token", { params }))).toContain("claire@exemple.fr");
  const short = await choose("court");
  expect(short).toMatchObject({ status: 400 });
  expect(htmlOf(short)).toContain("Ajoutez des caractères : il en faut 12 au moins.");
  expect(htmlOf(await choose(""))).toContain("Écrivez un mot de passe.");
  expect(htmlOf(await choose("motdepasse123"))).toContain("Beaucoup de gens choisissent");
  expect(await choose("cinq mots sans lien aucun")).toMatchObject({ to: "/connexion?apres=mot-de-passe" });
  const used = { refusal: { title: "Ce lien a déjà servi" } };
  expect(await choose("cinq mots sans lien aucun")).toMatchObject(used);
  expect(await ask("GET /mot-de-passe/:token", { params })).toMatchObject(used);
});

test("a link that has expired and one that never was say so, and whom to call", async () => {
  const path = await place.database.write((writes) =>
    issueChooseLink(writes, { accountId, validDays: 7, now }),
  );
  const open = (token: string, at = now) =>
    ask("GET /mot-de-passe/:token", { params: { token } }, { now: at });
  expect(await open(path.replace("/mot-de-passe/", ""), now.add({ hours: 168 }))).toMatchObject({
    refusal: {
      title: "Ce lien n’est plus valable",
      sentences: [expect.stringContaining("jeudi 19 novembre"), expect.stringContaining("03 22 27 00 00")],
    },
  });
  expect(await open("A".repeat(43))).toMatchObject({ refusal: { title: "Ce lien ne mène à rien" } });
});

test("an agent with the right changes the settings, which are seen at once and told in the journal", async () => {
  const agent = { actor: actor(new Map([["settings.write", "everywhere"]])) };
  const body = {
    nom: "Ponthieu-Marquenterre",
    couleur: "#7BC67B",
    telephone: "03 22 27 01 02",
    email: "",
    horaires: "",
  };
  expect(await ask("POST /agent/reglages", { body }, agent)).toMatchObject({
    to: "/agent/reglages?enregistre=1",
  });
  const html = htmlOf(await ask("GET /agent/reglages", { query: { enregistre: "1" } }, agent));
  expect(html).toContain('value="Ponthieu-Marquenterre"');
  expect(html).toMatch(/La couleur #7bc67b .* La couleur #[0-9a-f]{6}, plus foncée/);
  const journal = await place.database.read((reads) =>
    reads.rows("test_setting_journal", `select 1 from journal_entry where act = 'identity.setting-changed'`),
  );
  expect(journal).toHaveLength(1);
});

test("the settings page says what to write, and is not shown to a parent", async () => {
  const agent = { actor: actor(new Map([["settings.write", "everywhere"]])) };
  const body = { nom: " ", couleur: "red", telephone: "", email: "accueil", horaires: "x".repeat(201) };
  const answer = await ask("POST /agent/reglages", { body }, agent);
  expect(answer).toMatchObject({ status: 400 });
  for (const sentence of [
    "Écrivez le nom",
    "Choisissez une couleur",
    "Écrivez une adresse comme",
    "200 caractères",
  ]) {
    expect(htmlOf(answer)).toContain(sentence);
  }
  expect(htmlOf(await ask("POST /agent/reglages", {}, agent))).toContain("Écrivez");
  expect(await ask("GET /agent/reglages", {}, { actor: actor() })).toEqual({ kind: "not-found" });
  expect(await ask("POST /agent/reglages", { body }, { actor: actor() })).toEqual({ kind: "not-found" });
});

test("colours and logo are served at addresses that may be kept", async () => {
  expect(await ask("GET /marque/couleurs.css", {})).toMatchObject({
    kind: "bytes",
    type: "text/css; charset=utf-8",
    body: expect.stringContaining("--accent:"),
    maxAge: 60,
  });
  expect(await ask("GET /marque/logo", {})).toEqual({ kind: "not-found" });
  const png = new Uint8Array(40);
  png.set([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 9, 0, 0, 0,
    9,
  ]);
  const set = (bytes: Uint8Array) => place.database.writeOnce((writes) => setLogo(writes, bytes));
  expect(await set(new TextEncoder().encode(`<svg>${"x".repeat(60)}</svg>`))).toMatchObject({
    refusal: { code: "not-an-image" },
  });
  expect(await set(new Uint8Array(20_001))).toMatchObject({ refusal: { code: "too-large" } });
  expect(await set(png)).toMatchObject({ ok: true });
  const logo = await ask("GET /marque/logo", {});
  expect(logo).toMatchObject({ kind: "bytes", type: "image/png", maxAge: 60 });
});
