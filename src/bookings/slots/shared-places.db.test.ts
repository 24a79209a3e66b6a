import { createActivity, changeSeason, createSeason, createSite } from "#activities";
import type { Id } from "#kernel";
import { afterAll, beforeAll, expect, test } from "vitest";

import { testDatabase, type TestDatabase } from "#test";
import { guardianOf } from "../../../test/builders/actors.ts";
import { newId } from "../../../test/builders/canteen.ts";
import { buildHousehold } from "../../../test/builders/household.ts";
import { buildZoneB, literalRule } from "../../../test/builders/offered-canteen.ts";
import { setDeadlineRule } from "../deadlines/deadline-rules.ts";
import { submitBookings } from "../submit/submit-bookings.ts";
import { alignSlots } from "./align-slots.ts";

let town: TestDatabase;
beforeAll(async () => {
  town = await testDatabase();
  await town.database.write((writes) => buildZoneB(writes, town.authority.id));
}, 60_000);
afterAll(() => town.close());

const NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");
const time = (text: string) => Temporal.PlainTime.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const BEGINNING = day("0001-01-01");
/** A Wednesday. */
const WEDNESDAY = "2026-11-18";

/** A centre on Wednesdays: morning and day, 36 to 72 months one adult for eight, above 72 months twelve places. */
async function centre() {
  return town.database.write(async (writes) => {
    const siteId = await createSite(writes, { name: "Centre de Rue", commune: "Rue", phone: "" });
    const { activityId, unitIds } = await createActivity(writes, {
      siteId,
      name: "Accueil de loisirs",
      units: [
        { name: "Journée", startsAt: time("08:00"), endsAt: time("18:00") },
        { name: "Matin", startsAt: time("08:00"), endsAt: time("12:00") },
      ],
      ageGroups: [
        { code: "petits", name: "3 à 5 ans", fromMonths: 36, untilMonths: 72, childrenPerAdult: 8 },
        { code: "grands", name: "6 à 11 ans", fromMonths: 72, untilMonths: 144, childrenPerAdult: null },
      ],
    });
    const [whole, morning] = unitIds;
    if (whole === undefined || morning === undefined) throw new Error("Two units");
    for (const act of ["book", "cancel"] as const) {
      await setDeadlineRule(writes, { activityId, act, validFrom: day("2026-09-01"), rule: literalRule });
    }
    const groups = await writes.rows<{ id: Id<"ageGroup">; code: string }>(
      "test_groups",
      `select id, code from age_group where activity_id = $1`,
      [activityId],
    );
    const group = (code: string) => groups.find((known) => known.code === code)?.id ?? null;
    const season = (olderPlaces: number) => ({
      name: "2026-2027",
      firstDay: day("2026-09-01"),
      lastDay: day("2027-07-02"),
      opensOn: "school" as const,
      openings: [whole, morning].map((unitId) => ({
        unitId,
        weekday: 3,
        validFrom: BEGINNING,
        offered: true,
        places: 40,
        startsAt: null,
        endsAt: null,
      })),
      dates: [],
      capacities: [
        shared(group("petits"), { adults: 1, places: null }),
        shared(group("grands"), { adults: null, places: olderPlaces }),
      ],
      authorityId: town.authority.id,
      by: "Préau",
    });
    const seasonId = await createSeason(writes, { ...season(2), activityId });
    return { activityId, seasonId, unitIds: { whole, morning }, season };
  });
}

const shared = (
  ageGroupId: Id<"ageGroup"> | null,
  amount: { adults: number | null; places: number | null; everyMinutes?: 30 },
) => ({
  weekday: null,
  ageGroupId,
  startsAt: time("08:00"),
  endsAt: time("12:00"),
  everyMinutes: null,
  validFrom: BEGINNING,
  ...amount,
});

const align = (activityId: Id<"activity">) =>
  town.database.write((writes) =>
    alignSlots(writes, {
      authorityId: town.authority.id,
      activityIds: [activityId],
      now: NOW,
      by: { name: "Préau", accountId: null },
    }),
  );

async function counts(activityId: Id<"activity">): Promise<string[]> {
  const rows = await town.database.read((reads) =>
    reads.rows<{ says: string }>(
      "test_shared_counts",
      `select from_months || ' ' || taken || '/' || places || case when surplus > 0 then ' surplus ' || surplus else '' end as says
       from place_count where activity_id = $1 and date = $2 order by from_months`,
      [activityId, WEDNESDAY],
    ),
  );
  return rows.map(({ says }) => says);
}

async function book(
  at: Awaited<ReturnType<typeof centre>>,
  unitId: Id<"unit">,
  act: "book" | "wait" = "book",
) {
  const household = await town.database.write((writes) => buildHousehold(writes));
  const [child] = household.children;
  const [payer] = household.guardians;
  if (child === undefined || payer === undefined) throw new Error("A family");
  const slot = await town.database.write(async (writes) => {
    await writes.run(
      "test_shared_enrol",
      `insert into enrolment (participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day, last_day, created_at)
       values ($1, $2, $3, $4, $5, '2026-09-01', '2027-07-02', now())`,
      [child.id, household.id, at.activityId, at.seasonId, payer.id],
    );
    return writes.row<{ id: Id<"slot"> }>(
      "test_shared_slot",
      `select id from slot where unit_id = $1 and date = $2`,
      [unitId, WEDNESDAY],
    );
  });
  if (slot === undefined) throw new Error("No slot");
  const visit = {
    actor: guardianOf(household),
    authority: town.authority,
    database: town.database,
    now: NOW,
  };
  const lines = [{ act, participantId: child.id, slotId: slot.id }];
  const result = await submitBookings(visit, { key: newId<"submission">(), lines });
  return result.ok ? result.value.lines.map(({ outcome }) => outcome).join() : result.refusal.code;
}

test("shared places follow the offer: those who hold one keep it, those who wait get what is added", async () => {
  const at = await centre();
  await align(at.activityId);
  expect(await counts(at.activityId)).toEqual(["36 0/8", "72 0/2"]);
  // Born on 4 May 2018: 102 months.
  expect(await book(at, at.unitIds.whole)).toBe("booked");
  expect(await book(at, at.unitIds.morning)).toBe("booked");
  expect(await book(at, at.unitIds.morning)).toBe("full");
  expect(await book(at, at.unitIds.whole, "wait")).toBe("waiting");
  const change = (places: number) =>
    town.database.write((writes) => changeSeason(writes, { ...at.season(places), seasonId: at.seasonId }));
  await change(1);
  await align(at.activityId);
  expect(await counts(at.activityId)).toEqual(["36 0/8", "72 2/2 surplus 1"]);
  await change(3);
  await align(at.activityId);
  // The third place was offered to the family that waited.
  expect(await counts(at.activityId)).toEqual(["36 0/8", "72 3/3"]);
  const again = await align(at.activityId);
  expect(again).toMatchObject({ created: 0, changed: 0, closed: 0, cancelled: 0 });
});

test("an age group that moves counts anew who holds a place", async () => {
  const at = await centre();
  await align(at.activityId);
  expect(await book(at, at.unitIds.morning)).toBe("booked");
  await town.database.write(async (writes) => {
    const move = `update age_group set from_months = $3, until_months = $4 where activity_id = $1 and code = $2`;
    await writes.run("test_move_older", move, [at.activityId, "grands", 120, 144]);
    await writes.run("test_move_younger", move, [at.activityId, "petits", 36, 120]);
  });
  await align(at.activityId);
  expect(await counts(at.activityId)).toEqual(["36 1/8", "120 0/2"]);
});
