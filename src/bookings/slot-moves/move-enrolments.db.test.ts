import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";

import { guardianOf } from "../../../test/builders/actors.ts";
import type { Canteen } from "../../../test/builders/canteen.ts";
import type { Household } from "../../../test/builders/household.ts";
import { move, moveTown, outcomes } from "../../../test/builders/move-town.ts";
import { enrolmentChoices } from "../enrolments/enrolment-choices.ts";
import { requestEnrolment } from "../enrolments/request-enrolment.ts";
import { setEnrolmentRule } from "../enrolments/enrolment-rules.ts";
import { moveBookings, previewMove } from "./move-bookings.ts";

let town: TestDatabase;
let at: Awaited<ReturnType<typeof moveTown>>;
let rue: Canteen;
let quend: Canteen;

beforeAll(async () => {
  town = await testDatabase();
  at = await moveTown(town);
  ({ rue, quend } = at);
}, 60_000);
afterAll(() => town.close());

const visitOf: typeof at.visitOf = (...some) => at.visitOf(...some);
const eats: typeof at.eats = (...some) => at.eats(...some);
const bookingsOf: typeof at.bookingsOf = (...some) => at.bookingsOf(...some);
const book: typeof at.book = (...some) => at.book(...some);
const taken: typeof at.taken = (...some) => at.taken(...some);

const enrolmentsAt = (home: Household, canteen: Canteen) =>
  town.database.read((reads) =>
    reads.rows(
      "test_enrolments_at",
      `select e.first_day::text as first, e.last_day::text as last, e.ended_at is not null as ended,
              (select array_agg(act || ' : ' || reason order by id) from enrolment_history
               where enrolment_id = e.id) as history
       from enrolment e where e.household_id = $1 and e.season_id = $2`,
      [home.id, canteen.seasonId],
    ),
  );

test("moving back takes the enrolment back that the move made, and moving again makes it again", async () => {
  const [here, there] = [rue.slotOn("2026-12-03"), quend.slotOn("2026-12-03")];
  const { home, bookings } = await eats("2026-12-03");
  const own = await enrolmentsAt(home, rue);
  await moveBookings(visitOf(), move(here, there, bookings));
  const back = await moveBookings(
    visitOf(),
    move(there, here, await bookingsOf(home, there), { reason: "Le car passe" }),
  );
  expect(back.ok && back.value.lines).toMatchObject([
    { outcome: "moved", enrolled: false, unenrolled: true },
  ]);
  const made = "enrolled : Le car ne passe pas";
  expect(await enrolmentsAt(home, quend)).toEqual([
    { first: "2026-12-03", last: "2026-12-02", ended: true, history: [made, "ended : Le car passe"] },
  ]);
  expect(await enrolmentsAt(home, rue)).toEqual(own);
  const again = await moveBookings(visitOf(), move(here, there, await bookingsOf(home, here)));
  expect(again.ok && again.value.lines).toMatchObject([
    { outcome: "moved", enrolled: true, unenrolled: false },
  ]);
  expect(await enrolmentsAt(home, quend)).toEqual([
    {
      first: "2026-12-03",
      last: "2026-12-03",
      ended: false,
      history: [made, "ended : Le car passe", made],
    },
  ]);
});

test("over a condition of the target nobody is enrolled without a reason", async () => {
  const nursery = await at.canteen({ name: "Le Crotoy" });
  await town.database.write((writes) =>
    setEnrolmentRule(writes, {
      activityId: nursery.activityId,
      validFrom: Temporal.PlainDate.from("2026-01-01"),
      byFamily: false,
      conditions: [{ kind: "age", on: "slotDay", fromMonths: 0, untilYears: 4 }],
    }),
  );
  const [here, there] = [rue.slotOn("2026-12-04"), nursery.slotOn("2026-12-04")];
  const { home, bookings } = await eats("2026-12-04");
  const preview = await previewMove(visitOf(), { from: here, to: there });
  expect(preview.ok && preview.value.lines).toMatchObject([
    {
      outcome: "outside_conditions",
      enrolled: false,
      why: [expect.stringContaining("Réservé à ceux qui ont moins de")],
    },
  ]);
  const wanted = move(here, there, bookings);
  expect(await moveBookings(visitOf(), wanted)).toMatchObject({
    ok: false,
    refusal: { code: "needs-reason", why: [expect.stringContaining("Avoir moins de")] },
  });
  expect(await taken(here, there)).toEqual([1, 0]);
  expect(await enrolmentsAt(home, nursery)).toEqual([]);

  const moved = await moveBookings(visitOf(), { ...wanted, over: "Accordé par la directrice" });
  expect(moved.ok && moved.value.lines).toMatchObject([
    { outcome: "moved", enrolled: true, why: [expect.stringContaining("Réservé à ceux qui ont moins de")] },
  ]);
  expect(await enrolmentsAt(home, nursery)).toMatchObject([
    { ended: false, history: ["enrolled : Accordé par la directrice"] },
  ]);

  const enrolled = await at.family({ enrolledIn: [rue, nursery] });
  await book(enrolled, rue.slotOn("2026-12-07"));
  const own = await bookingsOf(enrolled, rue.slotOn("2026-12-07"));
  expect(
    outcomes(
      await moveBookings(visitOf(), move(rue.slotOn("2026-12-07"), nursery.slotOn("2026-12-07"), own)),
    ),
  ).toEqual(["moved"]);
});

/** The family's own enrolment at a canteen, as it asks for it. */
function enrolAt(home: Household, canteen: Canteen) {
  const [child] = home.children;
  if (child === undefined) throw new Error("No child");
  const actor = guardianOf(home);
  return requestEnrolment(
    { actor, authority: town.authority, database: town.database, now: visitOf().now },
    { participantId: child.id, householdId: home.id, seasonId: canteen.seasonId, regular: true },
  );
}

const openTo = (canteen: Canteen, conditions: Parameters<typeof setEnrolmentRule>[1]["conditions"]) =>
  town.database.write((writes) =>
    setEnrolmentRule(writes, {
      activityId: canteen.activityId,
      validFrom: Temporal.PlainDate.from("2026-01-01"),
      byFamily: true,
      conditions,
    }),
  );

test("a day that a move made does not keep the family from enrolling for the season", async () => {
  await openTo(quend, []);
  const [here, there] = [rue.slotOn("2026-12-10"), quend.slotOn("2026-12-10")];
  const { home, bookings } = await eats("2026-12-10");
  await moveBookings(visitOf(), move(here, there, bookings));
  const choiceAtQuend = async () => {
    const people = await town.database.read((reads) =>
      enrolmentChoices(reads, [home.id], null, visitOf().now),
    );
    return people[0]?.choices.find(({ season }) => season.seasonId === quend.seasonId);
  };
  expect(await choiceAtQuend()).toMatchObject({ enrolment: null, byMove: { regular: false } });
  expect((await enrolAt(home, quend)).ok).toBe(true);
  expect(await choiceAtQuend()).toMatchObject({ enrolment: { regular: true }, byMove: null });
  const season = { first: "2026-11-02", last: "2027-07-02", ended: false };
  expect(await enrolmentsAt(home, quend)).toMatchObject([season]);
  // It is the family's from now on: moving back leaves it.
  await moveBookings(visitOf(), move(there, here, await bookingsOf(home, there)));
  expect(await enrolmentsAt(home, quend)).toMatchObject([season]);
});

test("a day that was moved over a condition is named where the season's enrolment would leave it out", async () => {
  const late = await at.canteen({ name: "Arry" });
  // The child of these families is born on 4 May 2018.
  await openTo(late, [{ kind: "age", on: "slotDay", fromYears: 9 }]);
  const [here, there] = [rue.slotOn("2026-12-11"), late.slotOn("2026-12-11")];
  const { home, bookings } = await eats("2026-12-11");
  await moveBookings(visitOf(), move(here, there, bookings, { over: "Accordé par la directrice" }));
  expect(await enrolAt(home, late)).toMatchObject({
    refusal: { code: "booked-days", days: [{ unitName: "Repas" }] },
  });
  expect(await enrolmentsAt(home, late)).toMatchObject([{ first: "2026-12-11", last: "2026-12-11" }]);
});
