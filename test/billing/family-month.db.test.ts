import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed } from "#billing";
import { explainLine } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { draftRun } from "../../src/billing/run/draft-run.ts";
import { issueRun } from "../../src/billing/run/issue-run.ts";
import { acceptUnpointed } from "../../src/billing/run/settle-run.ts";
import { startRun } from "../../src/billing/run/start-run.ts";
import { agentWith } from "../builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../builders/canteen.ts";
import { buildCentre, enrolInCentre, type Centre } from "../builders/centre.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { knowIncome } from "../builders/income.ts";
import { visitTo } from "../builders/visit.tsx";
import { books } from "./books.ts";
import { attend, priceActivity, type Noted } from "./family-month.ts";

// November 2026 of a family, every cent by hand. Tariffs, quotients and payers change within the month.
const NOVEMBER = Temporal.PlainYearMonth.from("2026-11");
const [ANNE, PAUL, THOMAS] = ["Anne", "Paul", "Thomas"];
const [LINA, HUGO, ZOE] = [0, 1, 2];

let town: TestDatabase;
let canteen: Canteen;
let evening: Centre;
let wednesday: Centre;
let nursery: Centre;
let home: Household;
let father: Household;

const MEALS = ["02", "09", "10", "12", "13", "16", "19", "20", "23", "24", "26", "27", "30"];
const CARE = ["11-02", "11-05", "11-09", "11-12", "11-16", "11-19", "11-23", "11-26", "11-30"];
const DECEMBER = ["12-03", "12-07", "12-10", "12-14", "12-17"];
const came: Noted = { state: "present" };
const ill = (proofOn?: string): Noted => ({
  state: "absent",
  reason: "illness",
  ...(proofOn === undefined ? {} : { proofOn }),
});
const byQf = (low: string, high: string) => ({
  kind: "brackets" as const,
  brackets: [
    { below: 700, price: low },
    { from: 700, price: high },
  ],
});

beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    canteen = await buildCanteen(writes, { dates: MEALS.map((day) => `2026-11-${day}`) });
    const dates = ["2026-11-10", "2026-11-24"];
    const soir = { name: "Soir", from: 990, to: 1110, hourStep: 30 };
    evening = await buildCentre(writes, { units: [soir], dates });
    wednesday = await buildCentre(writes, {
      units: [{ name: "Journée" }],
      dates: ["2026-11-18", "2026-11-25"],
    });
    const days = [...CARE, ...DECEMBER].map((day) => `2026-${day}`);
    nursery = await buildCentre(writes, { units: [{ name: "Crèche", hourStep: 30 }], dates: days });
    home = await buildHousehold(writes, {
      guardians: ["Anne", "Paul"],
      children: ["Lina", "Hugo", "Zoé"],
      enrolledIn: [canteen],
    });
    const [lina] = home.children;
    if (lina === undefined) throw new Error("No Lina");
    father = await buildHousehold(writes, {
      lastName: "Bernard",
      guardians: ["Thomas"],
      children: [],
      sharedChildren: [lina],
      enrolledIn: [canteen],
    });
    for (const centre of [evening, wednesday, nursery]) await enrolInCentre(writes, centre, home);

    const meal = { missingQf: "highest" as const };
    const sick = {
      reasons: ["illness"],
      proof: { withinHours: 48 },
      billedFirstDays: 1,
      billed: "none" as const,
    };
    await priceActivity(writes, canteen.activityId, {
      prices: [{ name: "Repas", price: byQf("2.60", "3.90"), ...meal }],
      penalties: [{ on: "unbooked", name: "Repas sans réservation", fromTime: 2, percent: "50" }],
      absences: [sick, { billed: "full" }],
    });
    await priceActivity(writes, canteen.activityId, {
      from: "2026-11-16",
      prices: [{ name: "Repas", price: byQf("2.70", "4.00"), ...meal }],
    });
    await priceActivity(writes, evening.activityId, {
      prices: [{ price: { kind: "per", of: "minutes", every: 30, price: byQf("0.55", "0.70") } }],
      penalties: [
        { on: "latePickUp", name: "Départ après 18 h 30", graceMinutes: 5, everyMinutes: 15, plus: "5.00" },
      ],
      absences: [{ billed: "full" }],
    });
    await priceActivity(writes, wednesday.activityId, {
      prices: [{ price: { kind: "share", percent: "1.10", floor: "6.00", ceiling: "15.00" } }],
      fees: [{ code: "carte", name: "Carte annuelle", per: "family", every: "year", price: "10.00" }],
      absences: [{ billed: "full" }],
    });
    const waits = { reasons: ["illness"], proof: {}, billedFirstDays: 3, billed: "none" as const };
    await priceActivity(writes, nursery.activityId, { absences: [waits, { billed: "full" }] });

    await knowIncome(writes, home, { qf: 64_000, from: "2026-09-01" });
    await knowIncome(writes, home, { qf: 80_000, from: "2026-11-23" });
    await knowIncome(writes, home, { resources: 300_000, children: 2, from: "2026-09-01" });
    await knowIncome(writes, father, { qf: 120_000, from: "2026-09-01" });
    await writes.run(
      "test_psu_limit",
      `insert into psu_limit (first_day, floor_cents, ceiling_cents, above_ceiling, by_label, at)
       values ('2026-01-01', 80100, 850000, false, 'Essai', now())`,
    );
    await writes.run(
      "test_paul_pays",
      `insert into payer_period (participant_id, household_id, activity_id, guardian_id, first_day, by_label, at)
       values ($1, $2, $3, $4, '2026-11-16', 'Essai', now())`,
      [lina.id, home.id, canteen.activityId, home.guardians[1]?.id ?? null],
    );
    await writes.run(
      "test_contract",
      `insert into care_contract (id, enrolment_id, unit_id, first_day, last_day, week, by_label, at)
       select gen_random_uuid(), e.id, u.id, '2026-11-02', '2026-12-18',
              '[{"weekday": 1, "from": 540, "to": 1020}, {"weekday": 4, "from": 540, "to": 1020}]', 'Essai', now()
       from enrolment e join unit u on u.activity_id = e.activity_id
       where e.activity_id = $1 and e.participant_id = $2`,
      [nursery.activityId, home.children[ZOE ?? 2]?.id ?? null],
    );

    const lunch = (day: string, noted?: Noted, more: { booked?: boolean } = {}) => ({
      home,
      child: LINA ?? 0,
      slot: canteen.slotOn(`2026-11-${day}`),
      ...(noted === undefined ? {} : { noted }),
      ...more,
    });
    const care = (day: string, noted?: Noted) => ({
      home,
      child: ZOE ?? 2,
      slot: nursery.slotOf("Crèche", `2026-${day}`),
      hours: [540, 1020] as const,
      ...(noted === undefined ? {} : { noted }),
    });
    const stay = (day: string, left: string) => ({
      home,
      child: HUGO ?? 1,
      slot: evening.slotOf("Soir", day),
      hours: [990, 1080] as const,
      noted: { ...came, arrived: "16:35", left },
    });
    const day = (date: string) => ({
      home,
      child: LINA ?? 0,
      slot: wednesday.slotOf("Journée", date),
      noted: came,
    });
    await attend(writes, [
      lunch("02", came, { booked: false }),
      lunch("09", came),
      lunch("10", came),
      lunch("12", ill("2026-11-13")),
      lunch("13", ill()),
      lunch("16", came),
      lunch("19", ill("2026-11-24")),
      lunch("20", ill()),
      lunch("23", came),
      { ...lunch("24", came), home: father },
      lunch("26", came, { booked: false }),
      lunch("27"),
      lunch("30", { state: "absent", reason: "strike" }),
      stay("2026-11-10", "17:40"),
      stay("2026-11-24", "18:50"),
      day("2026-11-18"),
      day("2026-11-25"),
      care("11-02", came),
      care("11-05", { ...came, arrived: "08:50", left: "17:20" }),
      care("11-09", ill("2026-11-10")),
      care("11-12", ill()),
      care("11-16", { state: "absent", reason: "hospital", proofOn: "2026-11-18" }),
      ...["11-19", "11-23", "11-26", "11-30"].map((date) => care(date, came)),
      ...DECEMBER.map((date) => care(date)),
      {
        home,
        child: HUGO ?? 1,
        slot: nursery.slotOf("Crèche", "2026-11-26"),
        hours: [540, 660],
        noted: { ...came, arrived: "09:00", left: "10:50" },
      },
    ]);
  });
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
  const lines = charges.map(
    ({ payer, participant, activity, day, kind, cents }) =>
      `${nameOf(payer.guardianId)} ${participant?.name ?? ""} ${activity?.id === canteen.activityId ? "cantine" : activity?.id === evening.activityId ? "soir" : activity?.id === wednesday.activityId ? "mercredi" : "crèche"} ${day.day} ${kind} ${cents}`,
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
  expect(contract).toContain("lundi 9 novembre 2026 : dû : jour de carence");
  expect(contract).toContain("jeudi 12 novembre 2026 : déduit, après la carence");
  expect(contract).toContain(
    "Heures facturées : 56 h de contrat, plus 1 h complémentaires, moins 16 h déduites, soit 41 h",
  );
  expect(why("presence:")).toContain("2ᵉ fois");
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
