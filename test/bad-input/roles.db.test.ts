import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { rightsOf } from "../../src/app/roles.ts";
import { readSettings } from "../../src/app/settings.ts";
import { routes } from "../../src/app/web/routes.ts";
import { HOST, hostileTown, type Person } from "./hostile-town.ts";
import { samplesOf } from "./samples.ts";

const settings = readSettings({});
if (!settings.ok) throw new Error(settings.refusal);
const all = routes(settings.value).map(({ method, path, access }) => ({ method, path, access }));

let at: Awaited<ReturnType<typeof hostileTown>>;
beforeAll(async () => {
  at = await hostileTown();
}, 60_000);
afterAll(async () => {
  await at.app.close();
  await at.town.close();
});

const FORM = "application/x-www-form-urlencoded";

async function send(
  method: "GET" | "POST",
  url: string,
  person: Person,
  fields: Record<string, string> = {},
) {
  const words = new URLSearchParams(fields).toString();
  const headers = {
    host: HOST,
    cookie: person.cookie,
    ...(method === "POST" ? { "content-type": FORM } : {}),
  };
  return method === "GET"
    ? at.app.inject({ method, url: words === "" ? url : `${url}?${words}`, headers })
    : at.app.inject({ method, url, headers, payload: `${words}&formulaire=${person.token()}` });
}

/** A page without what is new in each: the salt of its forms' token. */
const lasting = (html: string) => html.replaceAll(/name="formulaire" value="[^"]*"/g, "");

/** What the access rule of a route means for a person, said a second time here. */
function expected(access: string, { role, site, guardian, who }: Person): "in" | "sign-in" | "unknown" {
  if (access === "tout le monde" || access === "démonstration seulement") return "in";
  if (who === "a visitor") return "sign-in";
  if (access === "personne connectée") return "in";
  if (access === "responsable légal") return guardian ? "in" : "unknown";
  if (role === null) return "unknown";
  if (access === "agent") return rightsOf(role).length > 0 ? "in" : "unknown";
  const [, right, everywhere] = /^agent : ([a-z.]+)(, partout)?$/.exec(access) ?? [];
  if (right === undefined) throw new Error(`An access rule that this test does not know: ${access}`);
  const far = everywhere === undefined || site === null;
  return rightsOf(role).includes(right) && far ? "in" : "unknown";
}

describe.each(all)("$method $path ($access)", ({ method, path, access }) => {
  test("is for whom its rule says; for others it does not exist, and nothing is done", async () => {
    const sample = samplesOf(at)[`${method} ${path}`];
    if (sample === undefined) throw new Error("No sample");
    const url = path.replaceAll(/:(\w+)/g, (_, name: string) => sample.params?.[name] ?? "");
    for (const person of Object.values(at.people)) {
      const wanted = expected(access, person);
      if (wanted === "in") continue;
      const before = await at.content.now();
      const answer = await send(method, url, person, { ...sample.fields?.() });
      if (wanted === "sign-in") {
        expect([person.who, answer.statusCode]).toEqual([person.who, method === "GET" ? 303 : 401]);
        if (method === "GET") expect(answer.headers.location).toMatch(/^\/connexion/);
      } else {
        const nowhere = await send(
          method,
          url.startsWith("/agent") ? "/agent/nulle-part" : "/nulle-part",
          person,
        );
        expect([person.who, answer.statusCode]).toEqual([person.who, 404]);
        expect(lasting(answer.body)).toBe(lasting(nowhere.body));
      }
      expect(await at.content.now()).toBe(before);
    }
  });
});

test("each rule lets somebody in and keeps somebody out, so that the table above is no wish", () => {
  const people = Object.values(at.people);
  const closed = all.filter(({ access }) => people.some((person) => expected(access, person) !== "in"));
  expect(closed.length).toBeGreaterThanOrEqual(30);
  expect(all.every(({ access }) => people.some((person) => expected(access, person) === "in"))).toBe(true);
});

describe("what belongs to somebody else", () => {
  const day = "2026-11-09";

  test("a receipt is read by its household only", async () => {
    expect((await send("GET", `/recus/${at.receipt}`, at.people.claire)).statusCode).toBe(200);
    for (const person of [at.people.karim, at.people.administrator, at.people.nobody])
      expect((await send("GET", `/recus/${at.receipt}`, person)).statusCode).toBe(404);
  });

  test("another household's child, or a place of an activity without enrolment, is not booked", async () => {
    const theirs = at.stranger.children[0]?.id ?? "";
    const own = at.home.children[0]?.id ?? "";
    const before = await bookings();
    for (const lignes of [`${theirs} ${at.quend.slotOn(day)}+`, `${own} ${at.quend.slotOn(day)}+`]) {
      const fields = { cle: crypto.randomUUID(), lignes };
      const checked = await send("POST", "/planning/verifier", at.people.claire, fields);
      expect(checked.body).not.toContain("Maxence");
      const saved = await send("POST", "/planning/enregistrer", at.people.claire, fields);
      expect(saved.statusCode).toBe(303);
      const receipt = await send("GET", String(saved.headers.location), at.people.claire);
      expect(receipt.body).toContain("Ce qui n’a pas pu être fait");
      expect(receipt.body).not.toContain("Maxence");
    }
    expect(await bookings()).toEqual(before);
  });

  test("the manager of Rue neither reads nor closes Quend, nor the whole authority", async () => {
    const { manager, kitchen } = at.people;
    const { siteId } = at.quend;
    const before = await at.content.now();
    for (const url of [
      `/agent/lieux/${siteId}/jours/${day}`,
      `/agent/lieux/${siteId}/jours/${day}/liste.csv`,
    ]) {
      const answer = await send("GET", url, manager);
      expect([answer.statusCode, answer.body.includes("Maxence")]).toEqual([404, false]);
    }
    for (const lieu of [siteId, "partout", ""]) {
      for (const step of ["verifier", "enregistrer"]) {
        const fields = { lieu, du: "2026-12-07", au: "", message: "Grève." };
        const answer = await send("POST", `/agent/fermetures/${step}`, manager, fields);
        expect([lieu, step, answer.statusCode]).toEqual([
          lieu,
          step,
          expect.toSatisfy((s) => s === 404 || s === 422),
        ]);
      }
    }
    expect(await at.content.now()).toBe(before);
    const lunch = await send("GET", "/agent/cuisine", kitchen, { lieu: at.rue.siteId });
    expect(lunch.body).not.toContain("École de Rue");
  });

  test("the manager of Rue books nobody at Quend", async () => {
    const before = await bookings();
    const base = `/agent/familles/${at.stranger.id}`;
    const lignes = `${at.stranger.children[0]?.id ?? ""} ${at.quend.slotOn(day)}+`;
    const fields = () => ({ cle: crypto.randomUUID(), lignes, motif: "Demandé." });
    await send("POST", `${base}/planning/enregistrer`, at.people.manager, fields());
    expect(await bookings()).toEqual(before);
    await send("POST", `${base}/planning/enregistrer`, at.people.reception, fields());
    expect(await bookings()).not.toEqual(before);
  });

  test("a closure of all the authority is not opened again by the manager of Rue", async () => {
    const done = await send("POST", "/agent/fermetures/enregistrer", at.people.administrator, {
      lieu: at.quend.siteId,
      du: "2026-12-08",
      au: "",
      message: "Travaux.",
    });
    const closure = /[0-9a-f-]{36}$/.exec(String(done.headers.location))?.[0] ?? "";
    expect(closure).not.toBe("");
    const before = await at.content.now();
    for (const method of ["GET", "POST"] as const) {
      const answer = await send(method, `/agent/fermetures/${closure}/rouvrir`, at.people.manager);
      expect(answer.statusCode).toBe(404);
    }
    expect(await at.content.now()).toBe(before);
  });
});

const bookings = () =>
  at.town.database.read((reads) =>
    reads.row(
      "test_booked",
      `select (select count(*) from booking)::int as bookings, (select sum(taken) from slot)::int as taken,
              (select count(*) from booking_history)::int as history`,
    ),
  );
