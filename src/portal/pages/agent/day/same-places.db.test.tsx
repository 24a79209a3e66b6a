import { afterAll, beforeAll, expect, test } from "vitest";

import { offerAgentRoutes } from "#activities";
import { bookingsAgentRoutes, offerFacts } from "#bookings";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../../../test/builders/actors.ts";
import { CENTRE_WEEK, centreTown, later, lineOf } from "../../../../../test/builders/centre-town.ts";
import type { Centre } from "../../../../../test/builders/centre.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { agentDayRoute } from "./route.ts";

// « Journée » and « Matin » share the two places of the morning and of the afternoon. On Monday Lina and Hugo have
// theirs, Zoé a third by an agent's reason; on Tuesday Lina gave hers back, and it is offered to Noé.
let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let centre: Centre;
const [MONDAY = "", TUESDAY = ""] = CENTRE_WEEK;
const RIGHTS = ["kitchen.read", "bookings.read", "offer.read"];
const SATURDAY_BEFORE = Temporal.Instant.from("2026-11-14T08:00:00Z");
const OCTOBER = Temporal.Instant.from("2026-10-05T08:00:00Z");

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, [agentDayRoute, ...bookingsAgentRoutes(), ...offerAgentRoutes(offerFacts)]);
  const a = centreTown(town);
  centre = await a.centre({
    units: [
      { name: "Journée", from: 540, to: 1020, places: 2 },
      { name: "Matin", from: 540, to: 720, places: 2 },
    ],
    shares: [
      { from: 540, to: 720, places: 2 },
      { from: 720, to: 1020, places: 2 },
    ],
  });
  await town.database.write(async (writes) => {
    // Chosen dates, further than the week that begins with the page's day.
    await writes.run(
      "test_dates",
      `insert into opening_date (season_id, unit_id, date, places)
       select $1, unit.id, date, 2 from unit cross join unnest($3::date[]) as date where activity_id = $2`,
      [centre.seasonId, centre.activityId, CENTRE_WEEK],
    );
    await writes.run(
      "test_capacity",
      `insert into capacity (season_id, starts_at, ends_at, places)
       values ($1, '09:00', '12:00', 2), ($1, '12:00', '17:00', 2)`,
      [centre.seasonId],
    );
  });
  const home = await a.family(centre, { children: ["Lina", "Hugo", "Zoé"] });
  const waiting = await a.family(centre, { children: ["Noé"], lastName: "Attente" });
  const day = (date: string) => centre.slotOf("Journée", date);
  const both = (act: "book", date: string) => [0, 1].map((child) => lineOf(act, home, day(date), { child }));
  await a.send(home, [...both("book", MONDAY), ...both("book", TUESDAY)]);
  await a.sendAs(agentWith(["bookings.write"]), [lineOf("book", home, day(MONDAY), { child: 2 })], later(0), {
    householdId: home.id,
    reason: "Urgence",
    overCapacity: true,
  });
  await a.send(waiting, [lineOf("wait", waiting, day(TUESDAY))]);
  await a.send(home, [lineOf("cancel", home, day(TUESDAY))], later(10));
}, 60_000);
afterAll(() => town.close());

const see = async (path: string, raw: object = {}, now = SATURDAY_BEFORE) => {
  const visit = at.visit(agentWith(RIGHTS, [centre.siteId]), now);
  return wordsOf(htmlOf(await at.ask("GET", path, visit, raw)));
};

test("the agent's day, the occupancy and the offer have the same places, each shared one once", async () => {
  expect(await see("/agent")).toMatch(
    /Lundi 16 novembre 3 2 0 Mardi 17 novembre 2 2 0 Mercredi 18 novembre 0 2 2/,
  );
  const query = { activite: centre.activityId, du: MONDAY, au: CENTRE_WEEK[2] };
  expect(await see("/agent/occupation", { query })).toMatch(
    /Lundi 16 novembre 3 0 2 0 0 – Mardi 17 novembre 2 1 2 0 0 – Mercredi 18 novembre 0 0 2 2 0 – Total 5 1 6 2 0/,
  );
  expect(await see("/agent/offre", { query: {} }, OCTOBER)).toMatch(/vendredi 2 juillet 2027 2 4 /);
});

test("over the places and offered ones are told, with whom places are shared", async () => {
  const query = { activite: centre.activityId, du: MONDAY, au: TUESDAY };
  const page = await see("/agent/occupation", { query });
  expect(page).toContain("3 sur 2, 1 au-delà");
  expect(page).toContain("2 sur 2, dont 1 proposée");
  expect(page).toContain("Matin places partagées avec Journée");
  const hours = await see("/agent/occupation/:activity/:date", {
    params: { activity: centre.activityId, date: MONDAY },
  });
  expect(hours).toContain("9 h – 9 h 30 places partagées avec Journée et Matin");
  const params = { site: centre.siteId, date: TUESDAY };
  expect(await see("/agent/lieux/:site/jours/:date", { params })).toContain(
    "Places : 2 sur 2, dont 1 proposée",
  );
  expect(await see("/agent/lieux/:site/jours/:date", { params: { ...params, date: MONDAY } })).toContain(
    "Places : 3 sur 2, 1 au-delà",
  );
});
