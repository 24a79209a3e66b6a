import { randomUUID } from "node:crypto";

import { parisInstant, parseId, type Id } from "#kernel";
import type { Writes } from "#platform";

/** A new random id, for tests that need one of their own. */
export function newId<Name extends string>(): Id<Name> {
  const id = parseId<Name>(randomUUID());
  if (id === undefined) throw new Error("randomUUID gave something else");
  return id;
}

/** An activity with one unit, one season and a slot on each of the dates. */
export interface Canteen {
  siteId: Id<"site">;
  activityId: Id<"activity">;
  unitId: Id<"unit">;
  seasonId: Id<"season">;
  slots: readonly { id: Id<"slot">; date: Temporal.PlainDate }[];
  /** The id of the slot of a date that was asked for. */
  slotOn(date: string): Id<"slot">;
}

/** What a canteen of a test has that matters to it; the rest is like everybody's. */
export interface CanteenSettings {
  dates: readonly string[];
  places?: number;
  name?: string;
  siteName?: string;
  unitName?: string;
  /** Working-day instants, as the calendar would give; the eve at 12:00 unless told. */
  bookUntil?: Temporal.Instant;
  cancelUntil?: Temporal.Instant;
}

const NOON = Temporal.PlainTime.from("12:00");

/** Writes a canteen open from September 2026 to July 2027, with slots on the dates. */
export async function buildCanteen(writes: Writes, settings: CanteenSettings): Promise<Canteen> {
  const siteId = newId<"site">();
  const activityId = newId<"activity">();
  const unitId = newId<"unit">();
  const seasonId = newId<"season">();
  await writes.run("test_site", `insert into site (id, name, commune) values ($1, $2, 'Rue')`, [
    siteId,
    settings.siteName ?? "École du Marquenterre",
  ]);
  await writes.run("test_activity", `insert into activity (id, site_id, name) values ($1, $2, $3)`, [
    activityId,
    siteId,
    settings.name ?? "Restauration scolaire – Rue",
  ]);
  await writes.run(
    "test_unit",
    `insert into unit (id, activity_id, name, starts_at, ends_at, position) values ($1, $2, $3, '12:00', '13:30', 1)`,
    [unitId, activityId, settings.unitName ?? "Repas"],
  );
  await writes.run(
    "test_season",
    `insert into season (id, activity_id, name, first_day, last_day) values ($1, $2, '2026-2027', '2026-09-01', '2027-07-02')`,
    [seasonId, activityId],
  );
  const slots = settings.dates.map((text) => ({ id: newId<"slot">(), date: Temporal.PlainDate.from(text) }));
  const eve = (date: Temporal.PlainDate) => parisInstant(date.subtract({ days: 1 }), NOON);
  await writes.run(
    "test_slots",
    `insert into slot (id, activity_id, unit_id, season_id, date, starts_at, places, book_until, cancel_until, deadline_facts)
     select s.id, $1, $2, $3, s.date, s.starts_at, $4, s.book_until, s.cancel_until, '{}'
     from unnest($5::uuid[], $6::date[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[])
       as s (id, date, starts_at, book_until, cancel_until)`,
    [
      activityId,
      unitId,
      seasonId,
      settings.places ?? 100,
      slots.map((slot) => slot.id),
      slots.map((slot) => slot.date.toString()),
      slots.map((slot) => parisInstant(slot.date, NOON).toString()),
      slots.map((slot) => (settings.bookUntil ?? eve(slot.date)).toString()),
      slots.map((slot) => (settings.cancelUntil ?? eve(slot.date)).toString()),
    ],
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
