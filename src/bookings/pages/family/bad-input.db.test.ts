import { afterAll, beforeAll, describe, expect, test } from "vitest";

import type { Visit } from "#identity";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith, guardianOf } from "../../../../test/builders/actors.ts";
import { newId, type Canteen } from "../../../../test/builders/canteen.ts";
import { familyTown } from "../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../test/builders/household.ts";
import { htmlOf } from "../../../../test/builders/visit.tsx";
import { bookingsFamilyRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let home: Household;
let stranger: Household;
let crecy: Canteen;
let claire: Visit;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
  crecy = await at.canteen({ name: "Crécy-en-Ponthieu" });
  home = await at.family();
  stranger = await at.family({ lastName: "Inconnu", children: ["Maxence"], enrolledIn: [at.rue, crecy] });
  claire = at.visit(guardianOf(home));
}, 60_000);
afterAll(() => town.close());

const written = () =>
  town.database.read((reads) =>
    reads.row(
      "test_written",
      `select (select count(*) from booking) as bookings, (select count(*) from booking_history) as history,
              (select coalesce(sum(taken), 0) from slot)::int as taken`,
    ),
  );

/** « 400 », « 404 »… as the server would answer; a page that only shows is 200. */
function statusOf(answer: Answer): number | string {
  if (answer.kind === "page") return answer.status ?? 200;
  if (answer.kind === "not-found") return 404;
  return answer.kind === "refusal" ? answer.refusal.status : answer.kind;
}

const child = () => home.children[0]?.id ?? newId();
const slot = (date: string) => at.rue.slotOn(date);
const cle = () => newId<"page">();

const wrongForms: [string, () => Record<string, unknown>][] = [
  ["no key", () => ({ lignes: `${child()} ${slot("2026-11-09")}+` })],
  ["a key that is no id", () => ({ cle: "1 or 1=1", lignes: `${child()} ${slot("2026-11-09")}+` })],
  ["a key in capitals", () => ({ cle: cle().toUpperCase(), lignes: `${child()} ${slot("2026-11-09")}+` })],
  ["two keys", () => ({ cle: [cle(), cle()], lignes: `${child()} ${slot("2026-11-09")}+` })],
  ["lines that are a list", () => ({ cle: cle(), lignes: [`${child()} ${slot("2026-11-09")}+`] })],
  ["lines that are a number", () => ({ cle: cle(), lignes: 12 })],
  ["a slot without anybody", () => ({ cle: cle(), lignes: `${slot("2026-11-09")}+` })],
  ["an id cut short", () => ({ cle: cle(), lignes: `${child()} ${slot("2026-11-09").slice(1)}+` })],
  ["a broken encoding", () => ({ cle: cle(), lignes: `\ud800${child()} ${slot("2026-11-09")}+` })],
  ["U+0000", () => ({ cle: cle(), lignes: `${child()} ${slot("2026-11-09")}+\u0000` })],
  ["10,000 lines", () => ({ cle: cle(), lignes: `${child()} ${`${slot("2026-11-09")}+ `.repeat(10_000)}` })],
  [
    "10,000 lines of few characters",
    () => ({ cle: cle(), affiche: "", voulu: Array.from({ length: 10_000 }, () => "0") }),
  ],
  [
    "a box that was not shown",
    () => ({ cle: cle(), affiche: `${child()} ${slot("2026-11-09")}-`, voulu: "1" }),
  ],
  [
    "a box that is no number",
    () => ({ cle: cle(), affiche: `${child()} ${slot("2026-11-09")}-`, voulu: "-1" }),
  ],
  [
    "a month that is none",
    () => ({ cle: cle(), mois: "2026-13", lignes: `${child()} ${slot("2026-11-09")}+` }),
  ],
];

describe.each(["/planning/verifier", "/planning/enregistrer"])("POST %s", (path) => {
  test.each(wrongForms)("%s: told in French, nothing written", async (_name, body) => {
    const before = await written();
    const answer = await at.ask("POST", path, claire, { body: body() });
    expect(statusOf(answer)).toBe(400);
    expect(JSON.stringify(answer)).toContain("Rien n’a été enregistré.");
    expect(await written()).toEqual(before);
  });

  test("a body that is no form", async () => {
    for (const body of [null, "texte", [], 3]) {
      expect(statusOf(await at.ask("POST", path, claire, { body }))).toBe(400);
    }
  });
});

describe("lines about what is not the family's", () => {
  const foreign: [string, () => string][] = [
    ["another family's child", () => `${stranger.children[0]?.id ?? ""} ${slot("2026-11-09")}+`],
    ["a slot of an activity without enrolment", () => `${child()} ${crecy.slotOn("2026-11-09")}+`],
    ["a slot that does not exist", () => `${child()} ${newId()}+`],
    ["a child that does not exist", () => `${newId()} ${slot("2026-11-09")}+`],
    ["an id of something else", () => `${home.id} ${at.rue.unitId}+`],
    ["cancelling for another family", () => `${stranger.children[0]?.id ?? ""} ${slot("2026-11-10")}-`],
  ];

  test.each(foreign)(
    "%s: verified without a name, refused on the receipt, nothing booked",
    async (_name, lignes) => {
      const theirs = at.visit(guardianOf(stranger));
      const held = `${stranger.children[0]?.id ?? ""} ${slot("2026-11-10")}+`;
      await at.ask("POST", "/planning/enregistrer", theirs, { body: { cle: cle(), lignes: held } });
      const before = await written();
      const body = { cle: cle(), lignes: lignes() };
      expect(htmlOf(await at.ask("POST", "/planning/verifier", claire, { body }))).not.toContain("Maxence");
      const saved = await at.ask("POST", "/planning/enregistrer", claire, { body });
      if (saved.kind !== "redirect") throw new Error("No receipt");
      const key = saved.to.replace("/recus/", "");
      const receipt = htmlOf(await at.ask("GET", "/recus/:key", claire, { params: { key } }));
      expect(receipt).toContain("Ce qui n’a pas pu être fait");
      expect(receipt).not.toContain("Maxence");
      expect(await written()).toEqual(before);
    },
  );
});

test("a past day is refused on the receipt", async () => {
  const later = at.visit(guardianOf(home), Temporal.Instant.from("2026-11-04T08:00:00Z"));
  const before = await written();
  const body = { cle: cle(), lignes: `${child()} ${slot("2026-11-03")}+` };
  const saved = await at.ask("POST", "/planning/enregistrer", later, { body });
  if (saved.kind !== "redirect") throw new Error("No receipt");
  const params = { key: saved.to.replace("/recus/", "") };
  expect(htmlOf(await at.ask("GET", "/recus/:key", later, { params }))).toContain("Jour passé");
  expect(await written()).toEqual(before);
});

describe("addresses", () => {
  const enfant = () => child();
  const wrong: [string, string, () => Record<string, unknown>][] = [
    ["a month in words", "/planning", () => ({ mois: "novembre" })],
    ["the year 0", "/planning", () => ({ mois: "0000-01" })],
    ["two months", "/planning", () => ({ mois: ["2026-11", "2026-12"] })],
    ["an entry that is no number", "/historique", () => ({ avant: "-1" })],
    ["an entry beyond numbers", "/historique", () => ({ avant: "9".repeat(30) })],
    ["nobody", "/planning/repeter", () => ({ semaine: "2026-11-09", jusqua: "fin", rythme: "1" })],
    ["no week", "/planning/repeter", () => ({ pour: enfant(), jusqua: "fin", rythme: "1" })],
    [
      "no such rhythm",
      "/planning/repeter",
      () => ({ pour: enfant(), semaine: "2026-11-09", jusqua: "fin", rythme: "3" }),
    ],
    [
      "a day that is none",
      "/planning/repeter",
      () => ({ pour: enfant(), semaine: "2026-02-30", jusqua: "fin", rythme: "1" }),
    ],
    [
      "a child copied onto itself",
      "/planning/copier",
      () => ({ de: enfant(), pour: enfant(), semaine: "2026-11-09" }),
    ],
    ["a span backwards", "/planning/annuler", () => ({ pour: enfant(), du: "2026-11-10", au: "2026-11-09" })],
    [
      "a span of ten years",
      "/planning/annuler",
      () => ({ pour: enfant(), du: "2026-11-10", au: "2036-11-09" }),
    ],
    [
      "too many people",
      "/planning/annuler",
      () => ({ pour: Array.from({ length: 60 }, enfant), du: "2026-11-10", au: "2026-11-11" }),
    ],
  ];

  test.each(wrong)("%s on %s", async (_name, path, query) => {
    expect(statusOf(await at.ask("GET", path, claire, { query: query() }))).toBe(
      // The planning shows the month of its next open day, a tool its form again.
      path.startsWith("/planning") ? 422 : 400,
    );
  });

  const odd: [string, string, Record<string, unknown>][] = [
    ["the first month there is", "/planning", { mois: "0001-01" }],
    ["a month far away", "/planning", { mois: "8999-12" }],
    [
      "the first week there is",
      "/planning/repeter",
      { pour: newId(), semaine: "0001-01-01", jusqua: "vacances", rythme: "1" },
    ],
    ["a week far away", "/planning/copier", { de: newId(), pour: newId(), semaine: "8999-12-31" }],
    ["another family's child", "/planning/annuler", { pour: newId(), du: "2026-11-01", au: "2026-11-30" }],
  ];

  test.each(odd)("%s on %s shows a page with nothing to change", async (_name, path, query) => {
    const answer = await at.ask("GET", path, claire, { query });
    expect(statusOf(answer)).toBe(200);
    expect(htmlOf(answer)).not.toContain('checked="" value');
  });

  test.each(["x", "00000000-0000-0000-0000-000000000000", `${newId()}'`, "%00"])(
    "no receipt under %s",
    async (key) => {
      expect(statusOf(await at.ask("GET", "/recus/:key", claire, { params: { key } }))).toBe(404);
    },
  );
});

describe("every other role", () => {
  // The calendar's address is for whoever has it.
  const guarded = bookingsFamilyRoutes().filter(({ path }) => path !== "/agenda/:file");
  test.each(guarded.map(({ method, path }) => [method, path] as const))(
    "%s %s is closed to visitors and to agents without a family",
    async (method, path) => {
      expect(await at.ask(method, path, at.visit({ kind: "visitor" }))).toEqual({ kind: "sign-in" });
      const agent = at.visit(agentWith(["bookings.write", "bookings.read", "families.read"]));
      expect(statusOf(await at.ask(method, path, agent, { params: { key: newId() } }))).toBe(404);
    },
  );
});
