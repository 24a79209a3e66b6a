import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { activityOffer, offerAgentRoutes } from "#activities";
import { alignSlots, offerFacts, setDeadlineRule } from "#bookings";
import type { Visit } from "#identity";
import type { Id } from "#kernel";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import { familyTown, wordsOf } from "../builders/family-town.tsx";
import { literalRule } from "../builders/offered-canteen.ts";
import { slotTown, SLOT_TOWN_NOW } from "../builders/slot-town.ts";
import { htmlOf } from "../builders/visit.tsx";

const routes = offerAgentRoutes(offerFacts);

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let helene: Visit;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, routes);
  helene = at.visit(agentWith(["offer.read", "offer.write"]));
}, 60_000);
afterAll(() => town.close());

const words = (answer: Answer) => wordsOf(htmlOf(answer));
const show = async (path: string, query: Record<string, unknown> = {}, visit = helene) =>
  words(await at.ask("GET", `/agent/offre${path}`, visit, { query }));
const check = (path: string, body: Record<string, unknown>, visit = helene) =>
  at.ask("POST", `/agent/offre/${path}/verifier`, visit, { body });
const post = (body: Record<string, string>, visit = helene) =>
  at.ask("POST", "/agent/offre/enregistrer", visit, { body });

/** The hidden fields with which the page that checks saves. */
function fieldsOf(answer: Answer): Record<string, string> {
  const fields = [...htmlOf(answer).matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
  return Object.fromEntries(
    fields.map(([, name = "", value = ""]) => [
      name,
      value.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&"),
    ]),
  );
}

/** Checks a form, then saves what the check shows; the words of the check. */
async function change(path: string, body: Record<string, unknown>): Promise<string> {
  const checked = await check(path, body);
  expect(await post(fieldsOf(checked))).toMatchObject({ kind: "redirect" });
  return words(checked);
}

async function offerNamed(name: string) {
  const offers = await town.database.read((reads) => activityOffer(reads));
  const offer = offers.find(({ activityName }) => activityName === name);
  if (offer === undefined) throw new Error(`No ${name}`);
  return offer;
}

const align = (activityId: Id<"activity">) =>
  town.database.write((writes) =>
    alignSlots(writes, {
      authorityId: town.authority.id,
      activityIds: [activityId],
      now: SLOT_TOWN_NOW,
      by: { name: "Hélène Caron", accountId: newId<"account">() },
    }),
  );

/** What these pages can write. */
const written = () =>
  town.database.read((reads) =>
    reads.row<{ journal: number }>(
      "test_offer_written",
      `select (select count(*) from site) as sites, (select count(*) from activity) as activities,
              (select count(*) from unit) as units, (select count(*) from season) as seasons,
              (select count(*) from opening) as openings, (select count(*) from journal_entry) as journal`,
    ),
  );

/** Every field of the season form of the canteen of Rue, as it stands. */
const season = (changes: Record<string, string> = {}) => ({
  activite: at.rue.activityId,
  saison: at.rue.seasonId,
  nom: "2026-2027",
  debut: "2026-09-01",
  fin: "2027-07-02",
  ouvre: "school",
  "places.repas.monday": "60",
  "places.repas.tuesday": "60",
  "places.repas.thursday": "60",
  "places.repas.friday": "60",
  du: "2026-11-02",
  ...changes,
});

test("from nothing to the first slot: a site, an activity, a season, then the deadlines", async () => {
  expect(await change("lieux", { nom: "École des Dunes", commune: "Quend", telephone: "" })).toContain(
    "Lieu ecole-des-dunes – Commune (tout de suite, pour toutes les séances) – Quend",
  );
  const file = { nom: "Garderie – Quend", site: "ecole-des-dunes", public: "children" };
  expect(await change("fiche", { ...file, prestation: "Soir", de: "16:30", a: "18:30" })).toContain(
    "n’a pas de saison",
  );
  const { activityId } = await offerNamed("Garderie – Quend");
  const activite = activityId;
  await change("prestations", {
    activite,
    nom: "Goûter",
    de: "16:30",
    a: "17:00",
    pas: "",
    reserve: "slot",
    demande: "soir",
  });
  await change("ages", { activite, "nom.0": "3 à 5 ans", "de.0": "36", "a.0": "72", "taux.0": "10" });
  const said = await change("saisons", {
    activite,
    nom: "2026-2027",
    debut: "2026-11-03",
    fin: "2026-11-30",
    ouvre: "school",
    "places.soir.monday": "20",
    "places.gouter.monday": "12 de 16:30 à 16:45",
    "dates.soir": "14/11/2026 : 8",
    "jour.0": "monday",
    "tranche.0": "3-a-5-ans",
    "debut.0": "16:30",
    "fin.0": "18:30",
    "adultes.0": "2",
  });
  expect(said).toContain("2026-2027, Soir, lundi – 20 places");
  expect(said).toContain("2026-2027, Soir, 14/11/2026 – 8 places");
  expect(said).toContain("9 séances de plus");
  expect(await show("", { manque: "1" })).toContain("Délais à régler");
  expect((await align(activityId)).created).toBe(0);
  await town.database.write(async (writes) => {
    for (const act of ["book", "cancel"] as const) {
      await setDeadlineRule(writes, {
        activityId,
        act,
        validFrom: Temporal.PlainDate.from("2026-09-01"),
        rule: literalRule,
      });
    }
  });
  expect((await align(activityId)).created).toBe(9);
  expect(
    words(
      await at.ask("GET", "/agent/offre/activites/:activity", helene, { params: { activity: activityId } }),
    ),
  ).toContain("Rien ne manque");
});

describe("a change of a season", () => {
  test("says which bookings would be lost, then holds from its day on", async () => {
    const slots = await slotTown(town);
    await slots.eating(at.rue, "2026-12-04", "2026-12-11");
    const wish = season({ "places.repas.friday": "", "places.repas.monday": "80", du: "2026-12-07" });
    const before = await written();
    const checked = await check("saisons", wish);
    expect(words(checked)).toContain("Ce qui suit vaudra à partir du lundi 7 décembre 2026");
    expect(words(checked)).toContain("1 réservation sera annulée, de 1 famille");
    expect(words(checked)).toContain("2026-2027, Repas, lundi 60 places 80 places");
    expect(words(checked)).toContain("2026-2027, Repas, vendredi 60 places retiré");
    expect(await written()).toEqual(before);
    // The second click changes nothing more.
    for (const _ of [1, 2]) expect(await post(fieldsOf(checked))).toMatchObject({ kind: "redirect" });
    await align(at.rue.activityId);
    expect(await slots.slot(at.rue, "2026-12-04")).toMatchObject({ state: "open", booked: 1, places: 60 });
    expect(await slots.slot(at.rue, "2026-12-11")).toMatchObject({ state: "closed", booked: 0 });
    expect(await slots.slot(at.rue, "2026-12-07")).toMatchObject({ state: "open", places: 80 });
    expect((await written())?.journal).toBe((before?.journal ?? 0) + 1);
  });

  test("prepared while somebody else changed it is not saved", async () => {
    const wish = season({ "places.repas.monday": "70", du: "2026-12-07", "places.repas.friday": "" });
    const [mine, theirs] = [
      await check("saisons", wish),
      await check("saisons", { ...wish, "places.repas.monday": "75" }),
    ];
    expect(await post(fieldsOf(theirs))).toMatchObject({ kind: "redirect" });
    expect(await post(fieldsOf(mine))).toMatchObject({ kind: "refusal" });
  });

  test.each([
    ["a past day", { du: "2026-11-01" }, "Choisissez aujourd’hui"],
    ["places that are no number", { "places.repas.monday": "beaucoup" }, "Repas, lundi : écrivez un nombre"],
    ["dates that are none", { "dates.repas": "demain" }, "écrivez chaque ligne comme"],
    ["a last day before the first", { fin: "2026-08-01" }, "La saison finit avant de commencer"],
    ["no name", { nom: " " }, "Écrivez quelque chose ici"],
    ["an answer that is none", { ouvre: "jamais" }, "Choisissez une réponse de la liste"],
  ])("with %s is shown again, with what was typed", async (_, changes, expected) => {
    const answer = await check("saisons", season({ ...changes, "places.repas.tuesday": "61" }));
    expect(answer).toMatchObject({ kind: "page", status: 422 });
    expect(words(answer)).toContain(expected);
    expect(htmlOf(answer)).toContain('value="61"');
  });
});

test("the list counts, narrows and is a table for a spreadsheet", async () => {
  const all = await show("");
  expect(all).toContain("2 services dans 2 lieux.");
  expect(all).toContain("Restauration scolaire – Rue");
  const rue = await show("", { lieu: at.rue.siteId });
  expect(rue).not.toContain("Garderie – Quend");
  const csv = await at.ask("GET", "/agent/offre/liste.csv", helene, { query: { lieu: at.rue.siteId } });
  expect(csv).toMatchObject({ kind: "file", type: "text/csv; charset=utf-8" });
  expect(csv.kind === "file" && String(csv.body).split("\r\n")).toHaveLength(3);
});

test("an agent of one site sees its activities, and changes none", async () => {
  const paul = at.visit(agentWith(["offer.read", "offer.write"], [at.rue.siteId]));
  const page = await show("", {}, paul);
  expect(page).toContain("Restauration scolaire – Rue");
  expect(page).not.toContain("Garderie – Quend");
  expect(page).not.toContain("Ajouter un lieu");
  const before = await written();
  for (const { method, path } of routes) {
    if (method === "GET" && /^\/agent\/offre(\/liste\.csv|\/activites\/:activity)?$/.test(path)) continue;
    expect(await at.ask(method, path, paul, { body: season() })).toEqual({ kind: "not-found" });
  }
  const { activityId } = await offerNamed("Garderie – Quend");
  expect(
    await at.ask("GET", "/agent/offre/activites/:activity", paul, { params: { activity: activityId } }),
  ).toEqual({ kind: "not-found" });
  expect(await written()).toEqual(before);
});

test("what does not exist has no form", async () => {
  const nothing = newId<"activity">();
  for (const path of ["prestations", "ages", "saisons", "fiche"]) {
    expect(await check(path, { activite: nothing })).toEqual({ kind: "not-found" });
  }
  expect(await check("lieux", { lieu: nothing })).toEqual({ kind: "not-found" });
  expect(await check("saisons", { activite: at.rue.activityId, saison: nothing })).toEqual({
    kind: "not-found",
  });
});
