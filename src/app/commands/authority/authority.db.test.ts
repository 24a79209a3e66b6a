import { afterAll, beforeAll, expect, test } from "vitest";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { loadActor } from "#access";
import { authorityByHost, identityRoutes, listAuthorities, openSession, type Authority } from "#identity";
import { parseId } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { sent, visitTo } from "../../../../test/builders/visit.tsx";
import { rightsOf } from "../../roles.ts";
import { linkFromCommand, listFromCommand, logoFromCommand } from "./actions.ts";
import { createFromCommand } from "./create.ts";

let place: TestDatabase;
let folder: string;

beforeAll(async () => {
  [place, folder] = await Promise.all([testDatabase(), mkdtemp(join(tmpdir(), "preau-logo-"))]);
});
afterAll(() => Promise.all([place.close(), rm(folder, { recursive: true })]));

const now = Temporal.Instant.from("2026-11-12T08:00:00Z");
const publicUrl = new URL("http://localhost:3000");
const create = (...args: string[]) =>
  createFromCommand(args, { connectionString: place.url, publicUrl, now });
const options = (host: string, email = "maire@exemple.fr") =>
  ["--name", "Baie de Somme", "--host", host, "--admin-email", email] as const;
const found = async (host: string): Promise<Authority> => {
  const authority = await authorityByHost(place.server, host, now);
  if (authority === undefined) throw new Error(`nobody at ${host}`);
  return authority;
};

test("an authority is created with an administrator who chooses a password and may do everything", async () => {
  const created = await create(...options("Somme.exemple.fr"));
  if (!created.ok) throw new Error(created.refusal);
  const link = created.value.find((line) => line.startsWith("https://somme.exemple.fr/mot-de-passe/"));
  expect(link).toBeDefined();
  const authority = await found("somme.exemple.fr");
  expect(authority).toMatchObject({ name: "Baie de Somme", host: "somme.exemple.fr", demonstration: false });
  expect(authority.brand.stylesheet).toMatch(/^\/marque\/couleurs\.css\?v=[0-9a-f]{12}$/);
  const database = place.server.schema(authority.schema);
  const choose = identityRoutes({ demonstration: { password: "", accounts: [] }, postPaths: () => [] }).find(
    ({ method, path }) => method === "POST" && path === "/mot-de-passe/:token",
  );
  const chosen = await choose?.handle(
    visitTo(place, { authority, database }),
    sent({
      params: { token: link?.split("/").at(-1) },
      body: { "mot-de-passe": "cinq mots sans lien aucun" },
    }),
  );
  expect(chosen).toMatchObject({ to: "/connexion?apres=mot-de-passe" });
  const account = await database.read((reads) =>
    reads.row<{ id: string; agent: boolean }>("test_admin", "select id, agent from account"),
  );
  expect(account?.agent).toBe(true);
  const accountId = parseId<"account">(account?.id);
  if (accountId === undefined) throw new Error("no account");
  const { token } = await database.write((writes) =>
    openSession(writes, { accountId, agent: true, device: "", now }),
  );
  const actor = await loadActor(database, { sessionToken: token, now, rightsOf });
  expect(actor.kind === "signed-in" && actor.rights.get("settings.write")).toBe("everywhere");
});

test("a refusal is one clear line, and leaves nothing behind", async () => {
  await create(...options("pris.exemple.fr"));
  const before = await listAuthorities(place.server);
  const refusal = async (...args: string[]) => {
    const refused = await create(...args);
    if (refused.ok) throw new Error("should be refused");
    expect(refused.refusal).not.toContain("\n");
    return refused.refusal;
  };
  expect(await refusal(...options("PRIS.exemple.fr"))).toContain("pris.exemple.fr répond déjà");
  expect(await refusal(...options("libre.exemple.fr", "maire"))).toContain("--admin-email");
  expect(await refusal(...options("https://libre.exemple.fr"))).toContain("--host");
  expect(await refusal("--name", " ", "--host", "libre.fr", "--admin-email", "a@b.fr")).toContain("--name");
  expect(await refusal("--name", "Baie", "--host", "libre.exemple.fr")).toBe("Il manque --admin-email.");
  expect(await refusal("--nom", "Baie")).toContain("pas comprise");
  expect(await refusal("--name")).toContain("pas comprise");
  expect(await listAuthorities(place.server)).toEqual(before);
  const schemas = await place.pool.query("select 1 from pg_namespace where nspname like 'a\\_%'");
  // Those listed, and the one of the template, which answers at no host.
  expect(schemas.rows).toHaveLength(before.length + 1);
});

test("of two commands that take one host at once, one does", async () => {
  const both = await Promise.all([
    create(...options("course.exemple.fr")),
    create(...options("course.exemple.fr")),
  ]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
});

test("two authorities on one server share nothing", async () => {
  await create(...options("un.exemple.fr"));
  await create(...options("deux.exemple.fr", "autre@exemple.fr"));
  const emails = async (host: string) => {
    const { schema } = await found(host);
    return place.server
      .schema(schema)
      .read((reads) => reads.rows("test_emails", "select email from account"));
  };
  expect(await emails("un.exemple.fr")).toEqual([{ email: "maire@exemple.fr" }]);
  expect(await emails("deux.exemple.fr")).toEqual([{ email: "autre@exemple.fr" }]);
});

test("the list shows addresses; a link is renewed for a known account of a known host", async () => {
  await create(...options("localhost"));
  const listed = await listFromCommand(place.server, publicUrl);
  expect(listed).toMatchObject({
    value: expect.arrayContaining(["http://localhost:3000  Baie de Somme"]),
  });
  const renew = (...args: string[]) => linkFromCommand(args, { database: place.server, publicUrl, now });
  expect(await renew("localhost", "maire@exemple.fr")).toMatchObject({
    value: expect.arrayContaining([
      expect.stringMatching(/^http:\/\/localhost:3000\/mot-de-passe\/[\w-]{43}$/),
    ]),
  });
  expect(await renew("localhost", "x@exemple.fr")).toMatchObject({
    refusal: expect.stringContaining("x@ex"),
  });
  expect(await renew("ailleurs.fr", "x@exemple.fr")).toMatchObject({ ok: false });
  expect(await renew()).toMatchObject({ refusal: "Il manque l’hôte de la collectivité." });
});

test("a logo is placed from a file, and refused when it is no image", async () => {
  await create(...options("logo.exemple.fr"));
  const png = Buffer.from("89504e470d0a1a0a0000000d49484452000001040000005000000000000000000000", "hex");
  await writeFile(join(folder, "logo.png"), png);
  await writeFile(join(folder, "logo.svg"), "<svg xmlns='http://www.w3.org/2000/svg'></svg>");
  const logo = (file: string, at = now) =>
    logoFromCommand(["logo.exemple.fr", join(folder, file)], { database: place.server, now: at });
  expect(await logo("logo.svg")).toMatchObject({ refusal: expect.stringContaining("ni un PNG ni un WebP") });
  expect(await logo("absent.png")).toMatchObject({ refusal: expect.stringContaining("ne peut pas être lu") });
  expect(await logo("logo.png")).toMatchObject({ value: ["Le logo est en place (260 × 80 pixels)."] });
  const later = await authorityByHost(place.server, "logo.exemple.fr", now.add({ seconds: 31 }));
  expect(later?.brand.logo).toMatchObject({
    width: 130,
    height: 40,
    src: expect.stringMatching(/\?v=\w{12}$/),
  });
});
