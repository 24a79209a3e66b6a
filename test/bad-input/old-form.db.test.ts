import { afterAll, beforeAll, expect, test } from "vitest";

import { bodyOf, formOf } from "../builders/family-town.tsx";
import { HOST, hostileTown, type Person } from "./hostile-town.ts";

// A planning that lay open: its token is of a session that has ended, or of another one, and the browser says that the
// page is ours. What was ticked is shown again, and nothing is written.
let at: Awaited<ReturnType<typeof hostileTown>>;
let ticked: URLSearchParams;
beforeAll(async () => {
  at = await hostileTown();
  const headers = { host: HOST, cookie: at.people.claire.cookie };
  const { body } = await at.app.inject({ method: "GET", url: "/planning?mois=2026-11", headers });
  const { voulu, ...fields } = bodyOf(
    formOf(body.slice(body.indexOf("<main"))),
    "Lina Repas , lundi 9 novembre",
  );
  ticked = new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  for (const position of [voulu].flat()) ticked.append("voulu", String(position));
  ticked.set("formulaire", decodeURIComponent(at.people.karim.token()));
}, 60_000);
afterAll(async () => {
  await at.app.close();
  await at.town.close();
});

const send = (person: Person, from: Record<string, string>, url = "/planning/enregistrer") =>
  at.app.inject({
    method: "POST",
    url,
    headers: {
      host: HOST,
      cookie: person.cookie,
      "content-type": "application/x-www-form-urlencoded",
      ...from,
    },
    payload: ticked.toString(),
  });
const ours = { "sec-fetch-site": "same-origin" };

test.each(["/planning/enregistrer", "/planning/verifier"])(
  "%s with a token of another session shows the days again, to be confirmed, and saves nothing",
  async (url) => {
    const before = await at.content.now();
    const answer = await send(at.people.claire, ours, url);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain("Rien n’est encore fait.");
    expect(answer.body).toContain("Lundi 9 novembre, repas");
    expect(answer.body).toContain('action="/planning/enregistrer"');
    expect(await at.content.now()).toBe(before);
  },
);

test("whoever is signed in no more signs in, and then sees the days again", async () => {
  const answer = await send(at.people.visitor, ours);
  expect(answer.body).toContain('name="suite-chemin" value="/planning/verifier"');
  expect(answer.body).toContain("&quot;voulu&quot;");
});

test.each([
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["a neighbour", { "sec-fetch-site": "same-site" }],
  ["a browser that does not say", {}],
])("%s is turned away", async (_from, headers) => {
  const answer = await send(at.people.claire, headers);
  expect(answer.statusCode).toBe(403);
  expect(answer.body).not.toContain("Lundi 9 novembre");
});

// A form that no address shows again: what was typed is behind one press, or behind the sign-in, and nothing is done.
const pay = (person: Person, from: Record<string, string>) =>
  at.app.inject({
    method: "POST",
    url: "/regler",
    headers: {
      host: HOST,
      cookie: person.cookie,
      "content-type": "application/x-www-form-urlencoded",
      ...from,
    },
    payload: "formulaire=vieux&email=claire%40exemple.fr&facture=a&facture=b",
  });

test("any other form is sent again by one press, as it was", async () => {
  const before = await at.content.now();
  const answer = await pay(at.people.claire, ours);
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain("rien de ce que vous avez écrit n’est perdu");
  expect(answer.body).toMatch(
    /<form method="post" action="\/regler">.*name="email" value="claire@exemple.fr"/s,
  );
  expect(answer.body).toMatch(/name="facture" value="a".*name="facture" value="b"/s);
  expect(answer.body).not.toContain('value="vieux"');
  expect(await at.content.now()).toBe(before);
});

test("without any cookie left, signing in comes first and the form after it", async () => {
  const answer = await pay({ ...at.people.visitor, cookie: "" }, ours);
  expect(answer.statusCode).toBe(401);
  expect(answer.body).toContain('name="suite-chemin" value="/regler"');
  expect(answer.body).toContain("claire@exemple.fr");
});

test("what cannot be sent again leads back to the page that it came from, never to another site", async () => {
  const from = (referer: string) => pay(at.people.claire, { referer });
  const back = await from(`http://${HOST}/planning?mois=2026-11`);
  expect(back.statusCode).toBe(403);
  expect(back.body).toContain('<a href="/planning?mois=2026-11">Revenir à la page</a>');
  for (const referer of ["https://ailleurs.fr/planning", "http://[", `http://${HOST}/nulle-part`])
    expect((await from(referer)).body).not.toMatch(/ailleurs|nulle-part/);
});
