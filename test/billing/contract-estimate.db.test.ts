import { afterAll, beforeAll, expect, test } from "vitest";

import { contractEstimate, monthOwed } from "#billing";
import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { priceSpans, spanSentence } from "../../src/bookings/contracts/price-words.ts";
import { signedContract } from "../../src/bookings/contracts/signed-contract.ts";
import { contractBlocks } from "../../src/bookings/emails/submitted/contract-blocks.ts";
import { newId } from "../builders/canteen.ts";
import { buildCentre, enrolInCentre } from "../builders/centre.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { knowIncome } from "../builders/income.ts";
import { priceActivity } from "./family-month.ts";

let town: TestDatabase;
let home: Household;
let unitId: Id<"unit">;
beforeAll(async () => {
  town = await testDatabase();
  home = await town.database.write(async (writes) => {
    const nursery = await buildCentre(writes, { units: [{ name: "Crèche", hourStep: 30 }], dates: DAYS });
    const family = await buildHousehold(writes, { children: ["Zoé"] });
    await enrolInCentre(writes, nursery, family);
    await priceActivity(writes, nursery.activityId, { prices: [{ price: { kind: "psu" } }] });
    await writes.run(
      "test_limits",
      `insert into psu_limit (first_day, floor_cents, ceiling_cents, above_ceiling, by_label, at)
       values ('2026-01-01', 80100, 850000, false, 'Essai', now())`,
    );
    return family;
  });
  const unit = await town.database.read((reads) =>
    reads.row<{ id: Id<"unit"> }>("test_unit", "select id from unit"),
  );
  if (unit === undefined) throw new Error("no unit");
  unitId = unit.id;
}, 60_000);
afterAll(() => town.close());

// Mondays: two in October, one in November, five in December 2026.
const DAYS = ["10-05", "10-12", "11-02", "12-07", "12-14", "12-21", "12-28"].map((day) => `2026-${day}`);
const [firstDay, lastDay] = ["2026-10-01", "2026-12-31"].map((day) => Temporal.PlainDate.from(day));
const estimated = () =>
  town.database.read((reads) => {
    if (firstDay === undefined || lastDay === undefined) throw new Error("no days");
    const terms = { firstDay, lastDay, week: [{ weekday: 1, from: 540, to: 1020 }], adapting: null };
    return contractEstimate(reads, { householdId: home.id, unitId, terms });
  });

test("a contract says its price before it is signed, and it is the one of its bills", async () => {
  const page = "https://exemple.fr/contrats";
  const unknown = (await estimated()) ?? [];
  expect(unknown.map(({ price }) => price)).toMatchObject(
    DAYS.slice(0, 3).map(() => ({ kind: "hole", code: "noPsuRate", why: "noResources" })),
  );
  expect(JSON.stringify(contractBlocks(unknown, page))).toContain("rien n’est facturé au hasard");

  await town.database.write((writes) =>
    knowIncome(writes, home, { resources: 300_000, children: 1, from: "2026-01-01" }),
  );
  const months = (await estimated()) ?? [];
  // Seven days of 8 hours over three months: 18, 18 and 20 hours, at 1,86 €.
  expect(priceSpans(months).map((span) => spanSentence(span).replaceAll("\u00a0", " "))).toEqual([
    "D’octobre 2026 à novembre 2026 : 33,48 € par mois (18 h à 1,86 € de l’heure).",
    "En décembre 2026 : 37,20 € (20 h à 1,86 € de l’heure).",
  ]);
  const why = months.flatMap(({ price }) => (price.kind === "price" ? price.why : [])).join(" ");
  expect(why).toContain("Ressources du foyer");
  // The letter does not tell what the household earns.
  const letter = JSON.stringify(contractBlocks(months, page));
  expect(letter).toContain("33,48");
  expect(letter).not.toContain("Ressources du foyer");

  const contractId = newId<"submission">();
  await town.database.write((writes) =>
    writes.run(
      "test_contract",
      `insert into care_contract (id, enrolment_id, unit_id, first_day, last_day, week, by_label, at)
       select $2, e.id, $1, '2026-10-01', '2026-12-31', '[{"weekday": 1, "from": 540, "to": 1020}]', 'Essai', now()
       from enrolment e`,
      [unitId, contractId],
    ),
  );
  const signed = await town.database.read((reads) => signedContract(reads, contractId));
  expect(signed?.terms.lastDay).toEqual(lastDay);
  const billed: number[] = [];
  for (const { firstDay: day } of months) {
    const { charges } = await town.database.read((reads) =>
      monthOwed.owedBy(reads, day.toPlainYearMonth(), [
        { householdId: home.id, guardianId: home.guardians[0]?.id ?? newId<"guardian">() },
      ]),
    );
    billed.push(...charges.map((charge) => charge.cents));
  }
  expect(months.map(({ price }) => (price.kind === "price" ? price.cents : null))).toEqual(billed);
});
