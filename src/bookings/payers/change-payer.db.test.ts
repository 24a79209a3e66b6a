import { afterAll, beforeAll, expect, test } from "vitest";

import type { Id } from "#kernel";
import { testDatabase, type TestDatabase } from "#test";

import { agentWith } from "../../../test/builders/actors.ts";
import { buildCanteen, newId } from "../../../test/builders/canteen.ts";
import { buildHousehold, type Household } from "../../../test/builders/household.ts";
import { visitTo } from "../../../test/builders/visit.tsx";
import { changePayer } from "./change-payer.ts";
import { householdPayers } from "./household-payers.ts";

let town: TestDatabase;
let home: Household;
let stranger: Household;
let enrolmentId: Id<"enrolment">;

beforeAll(async () => {
  town = await testDatabase();
  [home, stranger] = await town.database.write(async (writes) => {
    const rue = await buildCanteen(writes, { dates: [] });
    return [
      await buildHousehold(writes, { guardians: ["Anne", "Marc"], enrolledIn: [rue] }),
      await buildHousehold(writes, { lastName: "Voisin", guardians: ["Paul"], enrolledIn: [rue] }),
    ];
  });
  const [enrolment] = await payers();
  if (enrolment === undefined) throw new Error("nobody is enrolled");
  ({ enrolmentId } = enrolment);
}, 60_000);
afterAll(() => town.close());

const payers = (day = "2026-11-12") =>
  town.database.read((reads) => householdPayers(reads, home.id, Temporal.PlainDate.from(day)));
const spans = async () =>
  (await payers()).flatMap((one) =>
    one.spans.map(({ payer, firstDay }) => `${payer} ${firstDay.toString()}`),
  );
const change = (guardianId: Id<"guardian"> | undefined, firstDay: string, householdId = home.id) => {
  const actor = agentWith(["families.write"]);
  return changePayer(
    { ...visitTo(town), actor },
    {
      householdId,
      enrolmentId,
      guardianId: guardianId ?? newId<"guardian">(),
      firstDay: Temporal.PlainDate.from(firstDay),
    },
  );
};

test("a payer pays from a day on, and a later change replaces what was to come", async () => {
  const [anne, marc] = home.guardians.map(({ id }) => id);
  expect(await spans()).toEqual(["Anne Lefebvre 2026-09-01"]);
  await change(marc, "2027-01-01");
  await change(anne, "2027-03-01");
  expect(await spans()).toEqual([
    "Anne Lefebvre 2026-09-01",
    "Marc Lefebvre 2027-01-01",
    "Anne Lefebvre 2027-03-01",
  ]);
  expect(await change(marc, "2026-12-01")).toMatchObject({ ok: true });
  expect(await change(marc, "2026-12-01")).toMatchObject({ ok: true });
  expect(await spans()).toEqual(["Anne Lefebvre 2026-09-01", "Marc Lefebvre 2026-12-01"]);
  expect(await payers("2027-07-03")).toEqual([]);
});

test.each([
  [
    "an adult of another household",
    () => change(stranger.guardians[0]?.id, "2026-12-01"),
    "not-of-household",
  ],
  ["a day outside the enrolment", () => change(home.guardians[0]?.id, "2027-07-03"), "outside"],
  [
    "another household's enrolment",
    () => change(stranger.guardians[0]?.id, "2026-12-01", stranger.id),
    "unknown-enrolment",
  ],
])("%s is refused", async (_what, tried, code) => {
  expect(await tried()).toMatchObject({ refusal: { code } });
});
