import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import { buildCanteen, newId, type Canteen } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { changePayer } from "./change-payer.ts";
import { householdPayers } from "./household-payers.ts";

let town: TestDatabase;
let rue: Canteen;
let mother: Household;
let father: Household;

beforeAll(async () => {
  town = await testDatabase();
  await town.database.write(async (writes) => {
    rue = await buildCanteen(writes, { dates: [] });
    mother = await buildHousehold(writes, {
      guardians: ["Anne", "Paul"],
      children: ["Lina"],
      enrolledIn: [rue],
    });
    father = await buildHousehold(writes, {
      lastName: "Bernard",
      guardians: ["Thomas"],
      children: [],
      sharedChildren: mother.children,
      enrolledIn: [rue],
    });
  });
}, 60_000);
afterAll(() => town.close());

const lina = () => mother.children[0]?.id ?? newId<"participant">();
const nameOf = (home: Household, day: string) =>
  town.database.read(async (reads) => {
    const row = await reads.row<{ name: string | null }>(
      "test_payer_of",
      `select (select first_name from families_guardian_name
               where guardian_id = bookings_payer_of($1, $2, $3, $4)) as name`,
      [home.id, lina(), rue.activityId, day],
    );
    return row?.name ?? null;
  });

test("separated parents each pay what is booked from their own household, from the day that was said", async () => {
  const day = Temporal.PlainDate.from("2026-11-12");
  const [enrolment] = await town.database.read((reads) => householdPayers(reads, mother.id, day));
  const paul = mother.guardians[1]?.id ?? newId<"guardian">();
  await changePayer(
    { ...visitTo(town), actor: agentWith(["families.write"]) },
    {
      householdId: mother.id,
      enrolmentId: enrolment?.enrolmentId ?? newId<"enrolment">(),
      guardianId: paul,
      firstDay: Temporal.PlainDate.from("2027-01-01"),
    },
  );
  expect(await nameOf(mother, "2026-12-31")).toBe("Anne");
  expect(await nameOf(mother, "2027-01-01")).toBe("Paul");
  expect(await nameOf(mother, "2027-07-02")).toBe("Paul");
  expect(await nameOf(father, "2027-01-01")).toBe("Thomas");
  expect(await nameOf(father, "2027-07-03")).toBeNull();
});

test("the spans of the view are those of the rule", async () => {
  const spans = await town.database.read((reads) =>
    reads.rows<{ span: string }>(
      "test_payer_spans",
      `select first_name || ' ' || first_day || ' ' || last_day as span
       from bookings_payer_span join families_guardian_name using (guardian_id)
       where household_id = $1 order by first_day`,
      [mother.id],
    ),
  );
  expect(spans.map(({ span }) => span)).toEqual(["Anne 2026-09-01 2026-12-31", "Paul 2027-01-01 2027-07-02"]);
});
