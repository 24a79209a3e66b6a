import { afterAll, beforeAll, expect, test } from "vitest";

import { activityOffer } from "#activities";
import { writePriceSections } from "#pricing";
import type { Answer } from "#platform";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import type { Canteen } from "../../../../../test/builders/canteen.ts";
import { familyTown, wordsOf } from "../../../../../test/builders/family-town.tsx";
import type { Household } from "../../../../../test/builders/household.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { setEnrolmentRule } from "../../../enrolments/enrolment-rules.ts";
import { familyEnrolmentRoutes } from "./routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
let music: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, familyEnrolmentRoutes());
  music = await at.canteen({ name: "École de musique" });
  await town.database.write(async (writes) => {
    await writes.run("test_whole", `update unit set booked_by = 'season' where id = $1`, [music.unitId]);
    await setEnrolmentRule(writes, {
      activityId: music.activityId,
      validFrom: Temporal.PlainDate.from("2026-09-01"),
      byFamily: true,
      conditions: [],
    });
    const offer = await activityOffer(writes, [music.activityId]);
    const entry = {
      activities: offer.map(({ activityCode }) => activityCode),
      every: "season" as const,
      instalments: 3,
      // Hangs on the rank: known before the enrolment as after.
      price: {
        kind: "cases" as const,
        cases: [
          { when: { rank: { from: 2 } }, price: "80.00" },
          { when: { rank: { from: 1, to: 1 } }, price: "100.00" },
        ],
      },
    };
    const from = Temporal.PlainDate.from("2026-09-01");
    const now = Temporal.Instant.from("2026-11-02T08:00:00Z");
    await writePriceSections(writes, { prices: [entry] }, { offer, from, by: "Préau", now });
  });
}, 60_000);
afterAll(() => town.close());

const words = (answer: Answer) => wordsOf(htmlOf(answer)).replaceAll("\u202f", " ");
const form = (home: Household) => ({
  pour: home.children[0]?.id ?? "",
  foyer: home.id,
  saison: music.seasonId,
});

test("a course of a whole season asks no rhythm, says its price and instalments before and after", async () => {
  const home = await at.family({ enrolledIn: [] });
  const visit = at.visit(guardianOf(home));
  const check = words(await at.ask("GET", "/inscriptions/nouvelle", visit, { query: form(home) }));
  expect(check).not.toContain("Comment viendra-t-on ?");
  expect(check).toMatch(/Repas : 100,00 € pour toute la saison \(2026-2027, \d+ dates\)\./);
  expect(check).toContain("À payer en 3 fois : 33,34 €, 33,33 € et 33,33 €.");

  const saved = await at.ask("POST", "/inscriptions/enregistrer", visit, { body: form(home) });
  if (saved.kind !== "redirect") throw new Error(words(saved));
  const enrolment = saved.to.replace("/inscriptions/", "");
  const receipt = words(await at.ask("GET", "/inscriptions/:enrolment", visit, { params: { enrolment } }));
  expect(receipt).toContain("100,00 € pour toute la saison");
  expect(receipt).toContain("À payer en 3 fois");
  expect(receipt).toContain("toute la saison se réserve en une fois");
  expect(receipt).not.toContain("De temps en temps");
});

test("a rhythm that a form sends for such a course is not kept", async () => {
  const home = await at.family({ enrolledIn: [] });
  const body = { ...form(home), venue: "regulier" };
  await at.ask("POST", "/inscriptions/enregistrer", at.visit(guardianOf(home)), { body });
  const kept = await town.database.read((reads) =>
    reads.rows("test_kept_rhythm", `select regular from enrolment where household_id = $1`, [home.id]),
  );
  expect(kept).toEqual([{ regular: false }]);
});

test("what is booked day by day says its price too, for who comes regularly and now and then", async () => {
  const meals = await at.canteen({ name: "Rue" });
  await town.database.write(async (writes) => {
    await setEnrolmentRule(writes, {
      activityId: meals.activityId,
      validFrom: Temporal.PlainDate.from("2026-09-01"),
      byFamily: true,
      conditions: [],
    });
    const offer = await activityOffer(writes, [meals.activityId]);
    const entry = {
      activities: offer.map(({ activityCode }) => activityCode),
      every: "slot" as const,
      price: {
        kind: "cases" as const,
        cases: [{ when: { regular: true }, price: "3.20" }, { price: "4.10" }],
      },
    };
    const from = Temporal.PlainDate.from("2026-09-01");
    const now = Temporal.Instant.from("2026-11-02T08:00:00Z");
    await writePriceSections(writes, { prices: [entry] }, { offer, from, by: "Préau", now });
  });
  const home = await at.family({ enrolledIn: [] });
  const visit = at.visit(guardianOf(home));
  const body = { ...form(home), saison: meals.seasonId };
  const check = words(await at.ask("GET", "/inscriptions/nouvelle", visit, { query: body }));
  expect(check).toContain("Régulièrement – Repas : 3,20 €. De temps en temps – Repas : 4,10 €.");
  const saved = await at.ask("POST", "/inscriptions/enregistrer", visit, {
    body: { ...body, venue: "occasionnel" },
  });
  if (saved.kind !== "redirect") throw new Error(words(saved));
  const enrolment = saved.to.replace("/inscriptions/", "");
  const receipt = words(await at.ask("GET", "/inscriptions/:enrolment", visit, { params: { enrolment } }));
  expect(receipt).toContain("Ce que ça coûte Repas : 4,10 €.");
  expect(receipt).not.toContain("3,20");
});

test("a season whose dates are not known yet says its price, and that the dates will come", async () => {
  await town.database.write(async (writes) => {
    await writes.run("test_no_bookings", "delete from booking where slot_id in (select id from slot)");
    await writes.run("test_no_dates", "delete from slot where season_id = $1", [music.seasonId]);
  });
  const home = await at.family({ enrolledIn: [] });
  const check = words(
    await at.ask("GET", "/inscriptions/nouvelle", at.visit(guardianOf(home)), { query: form(home) }),
  );
  expect(check).toContain("Repas : 100,00 € la saison (2026-2027). À payer en 3 fois");
  expect(check).toContain("Les dates de la saison 2026-2027 ne sont pas encore connues");
});
