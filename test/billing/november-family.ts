import type { Writes } from "#platform";

import { buildCanteen, type Canteen } from "../builders/canteen.ts";
import { buildCentre, enrolInCentre, type Centre } from "../builders/centre.ts";
import { buildHousehold, type Household } from "../builders/household.ts";
import { knowIncome } from "../builders/income.ts";
import { attend, priceActivity, type Noted } from "./family-month.ts";

const LINA = 0;
const HUGO = 1;
const ZOE = 2;

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

/** November 2026 of a family: where its children go, at which prices, who pays, and what was noted of each day. */
export interface NovemberFamily {
  canteen: Canteen;
  evening: Centre;
  wednesday: Centre;
  nursery: Centre;
  home: Household;
  /** Where Lina lives too. */
  father: Household;
}

/** Writes it. */
export async function novemberFamily(writes: Writes): Promise<NovemberFamily> {
  const canteen = await buildCanteen(writes, { dates: MEALS.map((day) => `2026-11-${day}`) });
  const dates = ["2026-11-10", "2026-11-24"];
  const soir = { name: "Soir", from: 990, to: 1110, hourStep: 30 };
  const evening = await buildCentre(writes, { units: [soir], dates });
  const wednesday = await buildCentre(writes, {
    units: [{ name: "Journée" }],
    dates: ["2026-11-18", "2026-11-25"],
  });
  const days = [...CARE, ...DECEMBER].map((day) => `2026-${day}`);
  const nursery = await buildCentre(writes, { units: [{ name: "Crèche", hourStep: 30 }], dates: days });
  const home = await buildHousehold(writes, {
    guardians: ["Anne", "Paul"],
    children: ["Lina", "Hugo", "Zoé"],
    enrolledIn: [canteen],
  });
  const [lina] = home.children;
  if (lina === undefined) throw new Error("No Lina");
  const father = await buildHousehold(writes, {
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
  await priceActivity(writes, nursery.activityId, {
    prices: [{ price: { kind: "psu" } }],
    absences: [waits, { billed: "full" }],
  });

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
    [nursery.activityId, home.children[ZOE]?.id ?? null],
  );

  const lunch = (day: string, noted?: Noted, more: { booked?: boolean } = {}) => ({
    home,
    child: LINA,
    slot: canteen.slotOn(`2026-11-${day}`),
    ...(noted === undefined ? {} : { noted }),
    ...more,
  });
  const care = (day: string, noted?: Noted) => ({
    home,
    child: ZOE,
    slot: nursery.slotOf("Crèche", `2026-${day}`),
    hours: [540, 1020] as const,
    ...(noted === undefined ? {} : { noted }),
  });
  const stay = (day: string, left: string) => ({
    home,
    child: HUGO,
    slot: evening.slotOf("Soir", day),
    hours: [990, 1080] as const,
    noted: { ...came, arrived: "16:35", left },
  });
  const day = (date: string) => ({
    home,
    child: LINA,
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
      child: HUGO,
      slot: nursery.slotOf("Crèche", "2026-11-26"),
      hours: [540, 660],
      noted: { ...came, arrived: "09:00", left: "10:50" },
    },
  ]);
  return { canteen, evening, wednesday, nursery, home, father };
}
