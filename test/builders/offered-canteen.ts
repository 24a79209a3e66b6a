import { readFileSync } from "node:fs";
import { join } from "node:path";

import { chooseCalendar, createActivity, createSeason, createSite, importSchoolCalendar } from "#activities";
import { alignSlots, setDeadlineRule, type DaysBeforeRule, type DeadlineRule } from "#bookings";
import type { Id } from "#kernel";
import { projectRoot, type Writes } from "#platform";

import type { Canteen } from "./canteen.ts";

const NOBODY = { name: "Préau", accountId: null };

/** « 24 heures avant, hors week-ends et jours fériés », literally: one working day before, at the meal's start. */
export const literalRule: DaysBeforeRule = {
  kind: "daysBefore",
  days: 1,
  cutOff: { kind: "slotStart" },
  notCounted: {
    saturdays: true,
    sundays: true,
    publicHolidays: true,
    weekdays: [],
    schoolHolidays: false,
    closures: false,
  },
};

/** Gives the authority the shipped calendar of zone B, known to the summer of 2027. */
export async function buildZoneB(writes: Writes, authorityId: Id<"authority">): Promise<void> {
  const by = NOBODY.name;
  await chooseCalendar(writes, { publicHolidays: "metropole", schoolZone: "B", authorityId, by });
  const text = readFileSync(join(projectRoot, "reference", "school-calendar-zone-b.csv"), "utf8");
  await importSchoolCalendar(writes, { text, zone: "B", authorityId, by });
}

/** A canteen made by the use cases, its slots by the rules: open on the four school days of the canteen. */
export async function buildOfferedCanteen(
  writes: Writes,
  settings: {
    authorityId: Id<"authority">;
    now: Temporal.Instant;
    name?: string;
    firstDay?: string;
    lastDay?: string;
    places?: number;
    rule?: DeadlineRule;
  },
): Promise<Canteen> {
  const { authorityId, now } = settings;
  const name = settings.name ?? "Rue";
  const siteId = await createSite(writes, {
    name: `École de ${name}`,
    commune: name,
    phone: "03 22 25 00 00",
  });
  const { activityId, unitIds } = await createActivity(writes, {
    siteId,
    name: `Restauration scolaire – ${name}`,
    units: [
      {
        name: "Repas",
        startsAt: Temporal.PlainTime.from("12:00"),
        endsAt: Temporal.PlainTime.from("13:30"),
      },
    ],
  });
  const [unitId] = unitIds;
  if (unitId === undefined) throw new Error("A canteen without a meal");
  const firstDay = Temporal.PlainDate.from(settings.firstDay ?? "2026-09-01");
  const seasonId = await createSeason(writes, {
    authorityId,
    by: NOBODY.name,
    activityId,
    name: "2026-2027",
    firstDay,
    lastDay: Temporal.PlainDate.from(settings.lastDay ?? "2027-07-02"),
    opensOn: "school",
    openings: [1, 2, 4, 5].map((weekday) => ({ unitId, weekday, places: settings.places ?? 60 })),
  });
  const rule = settings.rule ?? literalRule;
  for (const act of ["book", "cancel"] as const) {
    await setDeadlineRule(writes, { activityId, act, validFrom: firstDay, rule });
  }
  await alignSlots(writes, { authorityId, activityIds: [activityId], now, by: NOBODY });
  const slots = await writes.rows<{ id: Id<"slot">; date: Temporal.PlainDate }>(
    "test_offered_slots",
    `select id, date from slot where activity_id = $1 order by date`,
    [activityId],
  );
  return {
    siteId,
    activityId,
    unitId,
    seasonId,
    slots,
    slotOn(date) {
      const slot = slots.find((known) => known.date.toString() === date);
      if (slot === undefined) throw new Error(`No slot on ${date} in this test`);
      return slot.id;
    },
  };
}
