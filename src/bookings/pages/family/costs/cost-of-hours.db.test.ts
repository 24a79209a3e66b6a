import { afterAll, beforeAll, expect, test } from "vitest";

import { activityOffer } from "#activities";
import { writePriceSections } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../../../test/builders/actors.ts";
import { centreTown } from "../../../../../test/builders/centre-town.ts";
import { bodyOf, familyTown, formOf, wordsOf } from "../../../../../test/builders/family-town.tsx";
import { htmlOf } from "../../../../../test/builders/visit.tsx";
import { bookingsFamilyRoutes } from "../routes.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof familyTown>>;
beforeAll(async () => {
  town = await testDatabase();
  at = await familyTown(town, bookingsFamilyRoutes());
}, 60_000);
afterAll(() => town.close());

test("other hours cost the difference of the two prices, before saving and on the receipt, also read again later", async () => {
  const units = [{ name: "Garderie du soir", from: 990, to: 1110, hourStep: 30 }];
  const centres = centreTown(town);
  const centre = await centres.centre({ units, dates: ["2026-11-16", "2026-11-17"] });
  const claire = at.visit(guardianOf(await centres.family(centre, { lastName: "Demiheure" })));
  await town.database.write(async (writes) => {
    const offer = await activityOffer(writes, [centre.activityId]);
    const activities = offer.map(({ activityCode }) => activityCode);
    const price = { kind: "per" as const, of: "minutes" as const, every: 30, price: "0.40" };
    const now = Temporal.Instant.from("2026-11-02T08:00:00Z");
    const change = { offer, from: Temporal.PlainDate.from("2026-09-01"), by: "Préau", now };
    await writePriceSections(writes, { prices: [{ activities, price }] }, change);
  });
  const body = bodyOf(formOf(await at.planning(claire)), "lundi 16 novembre", "mardi 17 novembre");
  await at.save(claire, { ...body, arrivee: "0:990", depart: "0:1050" });

  const changed = async (day: string, until: string) => {
    const page = htmlOf(await at.ask("GET", "/planning/heures", claire, { query: { mois: "2026-11" } }));
    const sent = { ...bodyOf(formOf(page), day), arrivee: "0:990", depart: `0:${until}` };
    const verify = htmlOf(await at.ask("POST", "/planning/verifier", claire, { body: sent }));
    return { verify: wordsOf(verify), receipt: await at.save(claire, formOf(verify).fields) };
  };
  const longer = await changed("Lundi 16 novembre", "1110");
  expect(longer.verify).toContain("garderie du soir, autres heures : + 0,80 €");
  expect(longer.verify).toContain("Environ + 0,80 €");
  const shorter = await changed("Lundi 16 novembre", "1020");
  expect(wordsOf(await at.receipt(claire, shorter.receipt))).toContain("autres heures : − 1,20 €");
  // What the day costs today says nothing of what that form changed.
  const again = wordsOf(await at.receipt(claire, longer.receipt));
  expect(again).toContain("(avant : 16 h 30 – 17 h 30)");
  expect(again).toContain("Environ + 0,80 €");
});
