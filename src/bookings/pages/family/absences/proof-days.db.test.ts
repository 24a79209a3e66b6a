import { afterAll, beforeAll, expect, test } from "vitest";

import { activityOffer } from "#activities";
import { writePriceSections } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import { newId } from "../../../../../test/builders/canteen.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { announced, lettersTo } from "../../../../../test/builders/letters.ts";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { bookingsHandlers } from "../../../emails/handlers.ts";
import { bookingsFamilyRoutes } from "../routes.ts";

// Lina eats on Monday 9 and Tuesday 10 November 2026. On Monday at 7 h 40 the meal of the day is too late to cancel; on
// Tuesday at the same hour, that of Tuesday.
const MONDAY = Temporal.Instant.from("2026-11-09T06:40:00Z");
const TUESDAY = Temporal.Instant.from("2026-11-10T06:40:00Z");

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
  await town.database.write(async (writes) => {
    const offer = await activityOffer(writes, [at.rue.activityId]);
    const activities = offer.map(({ activityCode }) => activityCode);
    await writePriceSections(
      writes,
      {
        prices: [{ activities, price: "3.20" }],
        absences: [
          { activities, reasons: ["illness"], proof: { withinHours: 48 }, billed: "none" },
          { activities, billed: "full" },
        ],
      },
      { offer, from: Temporal.PlainDate.from("2026-09-01"), by: "Préau", now: MONDAY },
    );
  });
}, 60_000);
afterAll(() => town.close());

test("the last day for the proof is told before, on the page that keeps the absence, and in the mail", async () => {
  const home = await at.family({ lastName: "Preuve", children: ["Lina"] });
  const claire = at.visit(guardianOf(home));
  await at.save(claire, bodyOf(formOf(await at.planning(claire)), "lundi 9", "mardi 10"));
  const say = (day: string, now: Temporal.Instant, confirme: "1" | undefined) =>
    at.ask("POST", "/absences", at.visit(guardianOf(home), now), {
      body: {
        cle: newId<"page">(),
        place: `${home.children[0]?.id} ${at.rue.slotOn(day)}`,
        raison: "maladie",
        confirme,
      },
    });
  const costs = (day: string, now: Temporal.Instant) =>
    say(day, now, undefined).then((answer) => wordsOf(htmlOf(answer)).replaceAll(/\s/g, " "));
  expect(await costs("2026-11-09", MONDAY)).toContain(
    "Sans justificatif : 3,20 €. Avec un justificatif reçu au plus tard le mercredi 11 novembre : 0,00 €.",
  );
  await say("2026-11-09", MONDAY, "1");
  const page = await at.ask("GET", "/absences", at.visit(guardianOf(home), MONDAY), { query: {} });
  expect(wordsOf(htmlOf(page))).toContain("Justificatif à remettre au plus tard le mercredi 11 novembre.");
  for (const facts of await announced(town, "bookings.absencesNoted"))
    for (const handler of bookingsHandlers(new URL("http://localhost:3000"))["bookings.absencesNoted"] ?? [])
      await handler({ ...town, now: MONDAY }, facts);
  const [letter] = await lettersTo(town, "claire.preuve@exemple.fr");
  expect(letter?.text).toContain(
    "- Lina, repas du lundi 9 novembre – justificatif à remettre au plus tard le mercredi 11 novembre",
  );
  expect(letter?.text).not.toMatch(/malad/i);
});

test("what is said the day before begins the absence, for the same reason only", async () => {
  const home = await at.family({ lastName: "Suite", children: ["Lina"] });
  const claire = at.visit(guardianOf(home));
  await at.save(claire, bodyOf(formOf(await at.planning(claire)), "lundi 9", "mardi 10"));
  const say = (day: string, raison: "maladie" | "autre", now: Temporal.Instant, confirme?: "1") =>
    at.ask("POST", "/absences", at.visit(guardianOf(home), now), {
      body: {
        cle: newId<"page">(),
        place: `${home.children[0]?.id} ${at.rue.slotOn(day)}`,
        raison,
        confirme,
      },
    });
  await say("2026-11-09", "maladie", MONDAY, "1");
  const told = async (raison: "maladie" | "autre") =>
    wordsOf(htmlOf(await say("2026-11-10", raison, TUESDAY))).replaceAll(/\s/g, " ");
  expect(await told("maladie")).toContain("au plus tard le mercredi 11 novembre");
  expect(await told("autre")).toContain("3,20 €, avec ou sans justificatif.");
});
