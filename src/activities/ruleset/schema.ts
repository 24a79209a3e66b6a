import { z } from "zod";

import { texts } from "./texts.fr.ts";
import { WEEKDAYS } from "./weekdays.ts";

// Plain values, as the file has them: dates, hours and codes stay texts, so that a section is written as it is read and
// has a JSON Schema. What is only wrong together (overlaps, codes that name nothing) is for `checkOffer`.

const code = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, texts.schema.code);
const name = z.string().trim().min(1).max(120);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, texts.schema.time);
const date = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, texts.schema.date)
  .refine(isInTheCalendar, texts.schema.noSuchDate);
const places = z.int().min(0).max(10_000);
const months = z.int().min(0).max(1_800);
const weekdays = z.array(z.enum(WEEKDAYS)).min(1).max(7);
const units = z.array(code).min(1).max(40);

const calendar = z.strictObject({
  publicHolidays: z.enum(["metropole", "alsace-moselle"]),
  schoolZone: z.enum(["A", "B", "C"]),
});

const site = z.strictObject({
  code,
  name,
  commune: z.string().trim().min(1).max(80),
  phone: z.string().trim().max(40).optional(),
});

const unit = z.strictObject({
  code,
  name,
  from: time,
  to: time,
  meal: z.boolean().optional(),
  hourStep: z.union([z.literal(15), z.literal(30), z.literal(60)], texts.schema.hourStep).optional(),
  bookedBy: z.enum(["slot", "week", "season"]).optional(),
  leastDaysAWeek: z.int().min(2).max(7).optional(),
  companions: z.int().min(1).max(20).optional(),
  counts: z.enum(["everyone", "companions"]).optional(),
  excludes: z.array(code).max(40).optional(),
  needs: z.array(code).max(40).optional(),
});

const ageGroup = z.strictObject({
  code,
  name,
  fromMonths: months,
  untilMonths: months,
  childrenPerAdult: z.int().min(1).max(100).optional(),
});

const opening = z.strictObject({ units, weekdays, places, from: time.optional(), to: time.optional() });

const dates = z.strictObject({
  units,
  dates: z.array(date).min(1).max(400),
  places,
  from: time.optional(),
  to: time.optional(),
});

const capacity = z.strictObject({
  weekdays: weekdays.optional(),
  ageGroup: code.optional(),
  from: time,
  to: time,
  places: places.optional(),
  adults: z.int().min(0).max(1_000).optional(),
  /** Counted by quarter of an hour, half-hour or hour: who leaves at 10:00 gives the place back at 10:00. */
  every: z.union([z.literal(15), z.literal(30), z.literal(60)]).optional(),
});

const season = z.strictObject({
  name: z.string().trim().min(1).max(60),
  firstDay: date,
  lastDay: date,
  opensOn: z.enum(["school", "holidays", "any"]).optional(),
  openings: z.array(opening).max(100).optional(),
  dates: z.array(dates).max(100).optional(),
  capacities: z.array(capacity).max(200).optional(),
});

const activity = z.strictObject({
  code,
  site: code,
  name,
  audience: z.enum(["children", "adults", "everyone"]).optional(),
  units: z.array(unit).min(1).max(40),
  ageGroups: z.array(ageGroup).max(40).optional(),
  seasons: z.array(season).max(60).optional(),
});

/** The sections of the rule set's file that say what is offered. */
export const offerSections = {
  calendar: calendar.optional(),
  sites: z.array(site).max(2_000).optional(),
  activities: z.array(activity).max(2_000).optional(),
};

/** What the file says of the offer. A section that is absent says nothing and changes nothing. */
export interface OfferDocument {
  calendar?: z.infer<typeof calendar> | undefined;
  sites?: readonly SiteSection[] | undefined;
  activities?: readonly ActivitySection[] | undefined;
}

export type SiteSection = z.infer<typeof site>;
export type ActivitySection = z.infer<typeof activity>;
export type UnitSection = z.infer<typeof unit>;
export type AgeGroupSection = z.infer<typeof ageGroup>;
export type SeasonSection = z.infer<typeof season>;
export type OpeningSection = z.infer<typeof opening>;
export type DatesSection = z.infer<typeof dates>;
export type CapacitySection = z.infer<typeof capacity>;

function isInTheCalendar(text: string): boolean {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return Temporal.PlainDate.from({ year, month, day }, { overflow: "constrain" }).toString() === text;
}
