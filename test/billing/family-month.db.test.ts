import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed } from "#billing";
import { explainLine, knownTariffs, priceOf, readChargeCase } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { draftRun } from "../../src/billing/run/draft-run.ts";
import { issueRun } from "../../src/billing/run/issue-run.ts";
import { acceptUnpointed } from "../../src/billing/run/settle-run.ts";
import { startRun } from "../../src/billing/run/start-run.ts";
import { agentWith } from "../builders/actors.ts";
import { newId } from "../builders/canteen.ts";
import type { Household } from "../builders/household.ts";
import { visitTo } from "../builders/visit.tsx";
import { books } from "./books.ts";
import { novemberFamily, type NovemberFamily } from "./november-family.ts";

// November 2026 of a family, every cent by hand. Tariffs, quotients and payers change within the month.
const NOVEMBER = Temporal.PlainYearMonth.from("2026-11");
const [ANNE, PAUL, THOMAS] = ["Anne", "Paul", "Thomas"];

let town: TestDatabase;
let family: NovemberFamily;
let home: Household;
let father: Household;

beforeAll(async () => {
  town = await testDatabase();
  family = await town.database.write(novemberFamily);
  home = family.home;
  father = family.father;
}, 90_000);
afterAll(() => town.close());

const nameOf = (guardianId: string) =>
  [...home.guardians, ...father.guardians].find(({ id }) => id === guardianId)?.firstName ?? guardianId;

const owed = (month = NOVEMBER) =>
  town.database.read(async (reads) => {
    const payers = await monthOwed.payersAfter(reads, month, null, 100);
    return monthOwed.owedBy(reads, month, payers);
  });

test("every cent of the month, by payer", async () => {
  const { charges, unpriced } = await owed();
  expect(unpriced).toEqual([]);
  const places = new Map([
    [family.canteen.activityId, "cantine"],
    [family.evening.activityId, "soir"],
    [family.wednesday.activityId, "mercredi"],
    [family.nursery.activityId, "crèche"],
  ]);
  const lines = charges.map(({ payer, participant, activity, day, kind, cents }) =>
    [
      nameOf(payer.guardianId),
      participant?.name,
      activity && places.get(activity.id),
      day.day,
      kind,
      cents,
    ].join(" "),
  );
  expect(lines.toSorted()).toEqual(
    [
      // Nobody had booked, the first time: the price of the meal, quotient 640.
      `${ANNE} Lina cantine 2 unit 260`,
      `${ANNE} Lina cantine 9 unit 260`,
      `${ANNE} Lina cantine 10 unit 260`,
      // Ill on Thursday and Friday, certificate of Friday: the first day is billed.
      `${ANNE} Lina cantine 12 absence 260`,
      `${ANNE} Lina cantine 13 absence 0`,
      // The tariff of the 16th, and Paul pays from that day on.
      `${PAUL} Lina cantine 16 unit 270`,
      // The certificate comes five days later: both are billed.
      `${PAUL} Lina cantine 19 absence 270`,
      `${PAUL} Lina cantine 20 absence 270`,
      // The quotient of the 23rd is 800.
      `${PAUL} Lina cantine 23 unit 400`,
      // Lina eats from her father's: his quotient, his bill.
      `${THOMAS} Lina cantine 24 unit 400`,
      // Without a booking for the second time: half more.
      `${PAUL} Lina cantine 26 unit 400`,
      `${PAUL} Lina cantine 26 penalty 200`,
      `${PAUL} Lina cantine 27 unit 400`,
      `${PAUL} Lina cantine 30 absence 0`,
      // 16 h 35 to 17 h 40: three half-hours of the clock at 0,55 €.
      `${ANNE} Hugo soir 10 unit 165`,
      // 16 h 35 to 18 h 50: five at 0,70 €, and two quarters of an hour after 18 h 30.
      `${ANNE} Hugo soir 24 unit 350`,
      `${ANNE} Hugo soir 24 penalty 1000`,
      // 1,10 % of 640, then of 800.
      `${ANNE} Lina mercredi 18 unit 704`,
      `${ANNE} Lina mercredi 25 unit 880`,
      // 3 000 € × 0,0516 % = 1,55 €. 14 days of 8 hours over two months: 56 hours, 86,80 €; one more hour, 1,55 €; the
      // 12th (after three waiting days) and the 16th (hospital) are deducted, 24,80 €.
      `${ANNE} Zoé crèche 2 contract 6355`,
      // Two hours by the half-hour: 3,10 €.
      `${ANNE} Hugo crèche 26 unit 310`,
    ].toSorted(),
  );
});

test("each price tells itself", async () => {
  const { charges } = await owed();
  const why = (source: string) =>
    charges
      .filter(({ sourceKey }) => sourceKey.startsWith(source))
      .flatMap(({ cents, facts }) => explainLine({ what: "unit", name: null, cents, facts: facts.why }))
      .join(" ")
      .replaceAll(/[\u00a0\u202f]/g, " ");
  const contract = why("contract:");
  expect(contract).toContain("arrondi à 1,55 € de l’heure");
  expect(contract).toContain("lundi 9 novembre 2026 : à payer malgré l’absence (jour de carence)");
  expect(contract).toContain("jeudi 12 novembre 2026 : déduit, après la carence");
  expect(contract).toContain(
    "Heures facturées : 56 h de contrat, plus 1 h complémentaires, moins 16 h déduites, soit 41 h",
  );
  expect(why("presence:")).toContain("2ᵉ fois");
});

test("pricing again what a charge kept gives its cents, by the tariff of its day", async () => {
  const { charges } = await owed();
  const tariffs = await town.database.read(async (reads) => {
    const row = await reads.row<{ stamp: string }>(
      "test_tariff_stamp",
      "select stamp from pricing_tariff_stamp",
    );
    return knownTariffs(reads, row?.stamp ?? "");
  });
  const again = charges.flatMap((charge) => {
    const { activity, facts, kind, cents } = charge;
    const read = readChargeCase(JSON.parse(JSON.stringify(facts.priced)));
    if (!read.ok || !("unit" in read.value) || activity === null) return [];
    const { unit, facts: known } = read.value;
    const { tariff } = tariffs.chargedOn({ activityId: activity.id, unitCode: unit, date: known.date });
    const price = tariff && priceOf(known, tariff);
    const lines = price?.kind === "price" ? price.lines : [];
    const line = lines.find(({ what }) => what === (kind === "contract" ? "unit" : kind));
    expect([charge.sourceKey, line?.cents, line?.facts]).toEqual([charge.sourceKey, cents, facts.why]);
    return [line];
  });
  expect(again).toHaveLength(charges.length);
});

test("the card of the year is due once, in the month of the first enrolment", async () => {
  const { charges } = await owed(Temporal.PlainYearMonth.from("2026-09"));
  expect(charges.map(({ sourceKey, cents, kind }) => [sourceKey, cents, kind])).toEqual([
    [`fee:carte:${home.id}:2026`, 1000, "fee"],
  ]);
});

test("the month is issued, once: the invoices hold those cents, and billing again finds nothing", async () => {
  const visit = {
    ...visitTo(town),
    actor: agentWith(["billing.write"]),
    now: Temporal.Instant.from("2026-12-02T09:00:00Z"),
  };
  for (const time of [1, 2]) {
    const run = newId<"run">();
    expect(await startRun(visit, monthOwed, { id: run, month: NOVEMBER })).toMatchObject({ ok: true });
    await draftRun(town.database, monthOwed, { run, now: visit.now, batch: 1 });
    await acceptUnpointed(visit, run, "Essai.");
    expect(await issueRun(visit, monthOwed, run)).toMatchObject({ ok: true });
    const { invoices, wrongTotals, holes, lost } = await books(town.database);
    expect([wrongTotals, holes, lost]).toEqual([[], [], []]);
    const totals = invoices.map(({ guardianId, cents }) => [nameOf(guardianId), cents]);
    expect([time, Object.fromEntries(totals)]).toEqual([
      time,
      {
        Anne: 4 * 260 + 165 + 350 + 1000 + 704 + 880 + 6355 + 310,
        Paul: 3 * 270 + 3 * 400 + 200,
        Thomas: 400,
      },
    ]);
  }
});

test("days that nobody noted are told, and only those", async () => {
  const days = await town.database.read((reads) => monthOwed.unpointed(reads, NOVEMBER));
  expect(days.map(({ day, bookings }) => [day.day, bookings])).toEqual([[27, 1]]);
});
