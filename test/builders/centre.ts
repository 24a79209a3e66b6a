import { parisInstant, type Id } from "#kernel";
import type { Writes } from "#platform";

import { newId } from "./canteen.ts";

const MINUTE = { from: 480, to: 1080 };

/** A unit of a leisure centre of a test: its hours in local minutes, and its rules. */
export interface CentreUnit {
  name: string;
  from?: number;
  to?: number;
  places?: number;
  bookedBy?: "slot" | "week" | "season";
  leastDays?: number;
  hourStep?: number;
  companions?: number;
  companionsOnly?: boolean;
  excludes?: readonly string[];
  needs?: readonly string[];
}

/** Shared places: by part of the day, by age in months. */
export interface CentreShare {
  from?: number;
  to?: number;
  fromMonths?: number;
  untilMonths?: number;
  places: number;
}

/** What a centre of a test has that matters to it. */
export interface CentreSettings {
  units: readonly CentreUnit[];
  dates: readonly string[];
  shares?: readonly CentreShare[];
  /** Ages that the activity is for, in months. */
  ages?: readonly { fromMonths: number; untilMonths: number }[];
  /** Null: plain slots, which their own places decide about. */
  judgedBy?: "slot" | "week" | "season";
  /** How the waiting list goes; null minutes: given at once. */
  waiting?: { order?: "date" | "points" | "siblings"; minutes: number | null };
  holdMinutes?: number;
  bookUntil?: Temporal.Instant;
  cancelUntil?: Temporal.Instant;
}

/** A leisure centre with several units, as `align_slots` would have written it. */
export interface Centre {
  siteId: Id<"site">;
  activityId: Id<"activity">;
  seasonId: Id<"season">;
  slotOf(unit: string, date: string): Id<"slot">;
}

/** Writes a leisure centre open from September 2026 to July 2027. Every slot closes the eve at noon unless told. */
export async function buildCentre(writes: Writes, settings: CentreSettings): Promise<Centre> {
  const ids = { site: newId<"site">(), activity: newId<"activity">(), season: newId<"season">() };
  await writes.run(
    "test_centre_site",
    `insert into site (id, name, commune) values ($1, 'Centre de Rue', 'Rue')`,
    [ids.site],
  );
  await writes.run(
    "test_centre_activity",
    `insert into activity (id, site_id, name) values ($1, $2, 'Accueil de loisirs – Rue')`,
    [ids.activity, ids.site],
  );
  await writes.run(
    "test_centre_season",
    `insert into season (id, activity_id, name, first_day, last_day, opens_on)
     values ($1, $2, '2026-2027', '2026-09-01', '2027-07-02', 'any')`,
    [ids.season, ids.activity],
  );
  const units = settings.units.map((unit, index) => ({ ...unit, id: newId<"unit">(), position: index + 1 }));
  const unitId = (name: string) => {
    const unit = units.find((known) => known.name === name);
    if (unit === undefined) throw new Error(`No unit ${name} in this test`);
    return unit.id;
  };
  for (const unit of units) {
    await writes.run(
      "test_centre_unit",
      `insert into unit (id, activity_id, name, starts_at, ends_at, position, booked_by, least_days_a_week, hour_step,
                         companions, companions_only)
       values ($1, $2, $3, time '00:00' + make_interval(mins => $4), time '00:00' + make_interval(mins => $5), $6, $7, $8, $9, $10, $11)`,
      [
        unit.id,
        ids.activity,
        unit.name,
        unit.from ?? MINUTE.from,
        unit.to ?? MINUTE.to,
        unit.position,
        unit.bookedBy ?? "slot",
        unit.leastDays ?? null,
        unit.hourStep ?? null,
        unit.companions ?? null,
        unit.companionsOnly ?? false,
      ],
    );
  }
  for (const unit of units) {
    for (const kind of ["excludes", "needs"] as const) {
      for (const other of unit[kind] ?? []) {
        await writes.run(
          "test_centre_relation",
          `insert into unit_relation (unit_id, kind, other_unit_id) values ($1, $2, $3)`,
          [unit.id, kind, unitId(other)],
        );
      }
    }
  }
  await writePlaces(writes, settings, ids);
  const slots = new Map<string, Id<"slot">>();
  for (const unit of units) {
    for (const date of settings.dates) {
      const id = newId<"slot">();
      const day = Temporal.PlainDate.from(date);
      const eve = parisInstant(day.subtract({ days: 1 }), new Temporal.PlainTime(12));
      const from = unit.from ?? MINUTE.from;
      slots.set(`${unit.name} ${date}`, id);
      await writes.run(
        "test_centre_slot",
        `insert into slot (id, activity_id, unit_id, season_id, date, starts_at, places, from_minute, to_minute, hour_step, judged_by,
                           book_until, cancel_until, deadline_facts)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $13, $10, $11, $12, '{}')`,
        [
          id,
          ids.activity,
          unit.id,
          ids.season,
          date,
          parisInstant(day, new Temporal.PlainTime(Math.floor(from / 60), from % 60)).toString(),
          unit.places ?? 100,
          from,
          unit.to ?? MINUTE.to,
          settings.judgedBy ?? "week",
          (settings.bookUntil ?? eve).toString(),
          (settings.cancelUntil ?? eve).toString(),
          unit.hourStep ?? null,
        ],
      );
    }
  }
  return {
    siteId: ids.site,
    activityId: ids.activity,
    seasonId: ids.season,
    slotOf(unit, date) {
      const id = slots.get(`${unit} ${date}`);
      if (id === undefined) throw new Error(`No slot of ${unit} on ${date} in this test`);
      return id;
    },
  };
}

async function writePlaces(
  writes: Writes,
  { dates, shares, ages, waiting, holdMinutes }: CentreSettings,
  ids: { activity: Id<"activity"> },
): Promise<void> {
  if (waiting !== undefined || holdMinutes !== undefined) {
    await writes.run(
      "test_centre_place_rule",
      `insert into place_rule (activity_id, hold_minutes, waiting_order, answer_minutes) values ($1, $2, $3, $4)`,
      [
        ids.activity,
        holdMinutes ?? null,
        waiting?.order ?? "date",
        waiting === undefined ? 1440 : waiting.minutes,
      ],
    );
  }
  for (const [index, group] of (ages ?? []).entries()) {
    await writes.run(
      "test_centre_ages",
      `insert into age_group (activity_id, code, name, from_months, until_months) values ($1, $2, $2, $3, $4)`,
      [ids.activity, `age-${index}`, group.fromMonths, group.untilMonths],
    );
  }
  for (const share of shares ?? []) {
    for (const date of dates) {
      await writes.run(
        "test_centre_share",
        `insert into place_count (activity_id, date, from_minute, to_minute, from_months, until_months, places)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ids.activity,
          date,
          share.from ?? 0,
          share.to ?? 1440,
          share.fromMonths ?? 0,
          share.untilMonths ?? 1800,
          share.places,
        ],
      );
    }
  }
}

/** Enrols children of a household in a centre, with the points of their priority. */
export async function enrolInCentre(
  writes: Writes,
  centre: Centre,
  household: {
    id: Id<"household">;
    children: readonly { id: Id<"participant"> }[];
    guardians: readonly { id: Id<"guardian"> }[];
  },
  points = 0,
): Promise<void> {
  const [payer] = household.guardians;
  if (payer === undefined) throw new Error("A household of a test needs a guardian");
  await writes.run(
    "test_centre_enrolments",
    `insert into enrolment (participant_id, household_id, activity_id, season_id, payer_guardian_id, first_day, last_day,
                            created_at, priority_points)
     select unnest($1::uuid[]), $2, $3, $4, $5, '2026-09-01', '2027-07-02', now(), $6`,
    [
      household.children.map((child) => child.id),
      household.id,
      centre.activityId,
      centre.seasonId,
      payer.id,
      points,
    ],
  );
}
