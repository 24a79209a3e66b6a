import { afterAll, beforeAll, expect, test } from "vitest";

import { monthOwed } from "#billing";
import { cents, type Id } from "#kernel";
import { explainLine } from "#pricing";
import { testDatabase, type TestDatabase } from "#test";

import { endRecordedContract } from "../../src/bookings/contracts/contract-queries.ts";
import { buildCentre, enrolInCentre } from "../builders/centre.ts";
import { newId } from "../builders/canteen.ts";
import { buildHousehold } from "../builders/household.ts";
import { knowIncome } from "../builders/income.ts";
import { attend, priceActivity } from "./family-month.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
}, 60_000);
afterAll(() => town.close());

// Mondays: two in October, one in November, five in December 2026.
const DAYS = ["10-05", "10-12", "11-02", "12-07", "12-14", "12-21", "12-28"].map((day) => `2026-${day}`);

test("a contract that ends early keeps its months, and is made up for in the last one", async () => {
  const contractId = newId<"contract">();
  const home = await town.database.write(async (writes) => {
    const nursery = await buildCentre(writes, { units: [{ name: "Crèche", hourStep: 30 }], dates: DAYS });
    const family = await buildHousehold(writes, { children: ["Zoé"] });
    await enrolInCentre(writes, nursery, family);
    await priceActivity(writes, nursery.activityId, { prices: [{ price: { kind: "psu" } }] });
    await knowIncome(writes, family, { resources: 300_000, children: 1, from: "2026-01-01" });
    await writes.run(
      "test_limits",
      `insert into psu_limit (first_day, floor_cents, ceiling_cents, above_ceiling, by_label, at)
       values ('2026-01-01', 80100, 850000, false, 'Essai', now())`,
    );
    await writes.run(
      "test_contract",
      `insert into care_contract (id, enrolment_id, unit_id, first_day, last_day, week, by_label, at)
       select $2, e.id, u.id, '2026-10-01', '2026-12-31', '[{"weekday": 1, "from": 540, "to": 1020}]', 'Essai', now()
       from enrolment e join unit u on u.activity_id = e.activity_id where e.activity_id = $1`,
      [nursery.activityId, contractId],
    );
    return family;
  });
  const owed = (month: string) =>
    town.database.read(async (reads) => {
      const [guardian] = home.guardians;
      const payers = guardian === undefined ? [] : [{ householdId: home.id, guardianId: guardian.id }];
      const { charges, unpriced } = await monthOwed.owedBy(
        reads,
        Temporal.PlainYearMonth.from(month),
        payers,
      );
      expect(unpriced).toEqual([]);
      return charges;
    });
  const told = async (month: string) => (await owed(month)).map((one) => `${one.kind} ${one.cents}`);
  // Seven days of 8 hours over three months: 18, 18 and 20 hours, at 1,86 €.
  expect(await told("2026-10")).toEqual(["contract 3348"]);
  expect(await told("2026-11")).toEqual(["contract 3348"]);
  expect(await told("2026-12")).toEqual(["contract 3720"]);

  await town.database.write((writes) =>
    endRecordedContract(writes, {
      contractId,
      from: Temporal.PlainDate.from("2026-11-16"),
      by: "Essai",
      now: Temporal.Instant.from("2026-11-10T08:00:00Z"),
    }),
  );
  // October stays as it was issued. Planned until the end: 16 and 8 hours; billed 18 and 18: 12 hours are given back.
  expect(await told("2026-10")).toEqual(["contract 3348"]);
  expect(await told("2026-11")).toEqual(["contract 3348", "regularisation -2232"]);
  expect(await told("2026-12")).toEqual([]);
  const [, line] = await owed("2026-11");
  const why = explainLine({
    what: "regularisation",
    name: null,
    cents: cents(line?.cents ?? 0),
    facts: line?.facts.why ?? [],
  }).join(" ");
  expect(why.replaceAll(/[\u00a0\u202f]/g, " ")).toContain(
    "24 h prévues jusqu’à la fin, 36 h dans les mensualités : 22,32 € vous sont rendus",
  );
});

test("a contract day that the authority gives back itself, after the deadline, is billed as a closed one", async () => {
  const { home, slot } = await town.database.write(async (writes) => {
    const nursery = await buildCentre(writes, { units: [{ name: "Crèche", hourStep: 30 }], dates: DAYS });
    const family = await buildHousehold(writes, { children: ["Ali"] });
    await enrolInCentre(writes, nursery, family);
    await priceActivity(writes, nursery.activityId, { prices: [{ price: { kind: "psu" } }] });
    await knowIncome(writes, family, { resources: 300_000, children: 1, from: "2026-01-01" });
    await writes.run(
      "test_contract_of_ali",
      `insert into care_contract (id, enrolment_id, unit_id, first_day, last_day, week, by_label, at)
       select gen_random_uuid(), e.id, u.id, '2026-10-01', '2026-12-31',
              '[{"weekday": 1, "from": 540, "to": 1020}]', 'Essai', now()
       from enrolment e join unit u on u.activity_id = e.activity_id where e.activity_id = $1`,
      [nursery.activityId],
    );
    const found = await writes.row<{ id: Id<"slot"> }>(
      "test_november_slot",
      "select id from slot where activity_id = $1 and date = '2026-11-02'",
      [nursery.activityId],
    );
    if (found === undefined) throw new Error("No slot");
    await attend(writes, [{ home: family, child: 0, slot: found.id }]);
    return { home: family, slot: found.id };
  });
  const charged = () =>
    town.database.read(async (reads) => {
      const [guardian] = home.guardians;
      const payers = guardian === undefined ? [] : [{ householdId: home.id, guardianId: guardian.id }];
      return (await monthOwed.owedBy(reads, Temporal.PlainYearMonth.from("2026-11"), payers)).charges;
    });
  const november = async () => (await charged()).map((one) => `${one.kind} ${one.cents}`);
  const due = await november();
  await town.database.write(async (writes) => {
    await writes.run(
      "test_given_back",
      "update booking set state = 'cancelled', cancelled_at = '2026-11-01T12:00:00Z' where slot_id = $1",
      [slot],
    );
  });
  // By the family: the contract is due, and the day is known to be without anybody.
  expect(await november()).toEqual(due);
  const why = (await charged()).flatMap(({ cents: owed, facts }) =>
    explainLine({ what: "unit", name: null, cents: owed, facts: facts.why }),
  );
  expect(why.join(" ")).toContain("2 novembre 2026 : personne n’était attendu (jour rendu, ou sans place)");
  expect(why.join(" ")).not.toContain("encore noté");
  await town.database.write((writes) =>
    writes.run(
      "test_by_the_authority",
      "insert into late_cancellation (booking_id, cause) select id, 'authority' from booking where slot_id = $1",
      [slot],
    ),
  );
  const excused = await november();
  expect(excused).not.toEqual(due);
  await town.database.write((writes) =>
    writes.run("test_closed", "update slot set state = 'closed', closed_because = 'Grève' where id = $1", [
      slot,
    ]),
  );
  expect(await november()).toEqual(excused);
});
