import type { ActivityOffer, OfferedSeason, OfferedUnit, Opening } from "#activities";
import type { Id } from "#kernel";

import { newId } from "./canteen.ts";

/** A unit of an offer: « Repas », from noon, unless told otherwise. */
export const offeredUnit = (unit: Partial<OfferedUnit> = {}): OfferedUnit => ({
  unitId: newId<"unit">(),
  code: "repas",
  name: "Repas",
  startsAt: new Temporal.PlainTime(12),
  endsAt: new Temporal.PlainTime(13, 30),
  withMeal: false,
  hourStep: null,
  laterHours: [],
  bookedBy: "slot",
  leastDaysAWeek: null,
  companions: null,
  companionsOnly: false,
  excludes: [],
  needs: [],
  ...unit,
});

/** An opening from the start of the season on, at the unit's hours. */
export const opening = (
  unitId: Id<"unit">,
  weekday: number,
  { validFrom = "0001-01-01", ...more }: Partial<Omit<Opening, "validFrom">> & { validFrom?: string } = {},
): Opening => ({
  unitId,
  weekday,
  places: 60,
  validFrom: Temporal.PlainDate.from(validFrom),
  offered: true,
  startsAt: null,
  endsAt: null,
  ...more,
});

/** A season of school days, from September 2026 to July 2027. */
export const offeredSeason = (season: Partial<OfferedSeason> = {}): OfferedSeason => ({
  seasonId: newId<"season">(),
  name: "2026-2027",
  firstDay: Temporal.PlainDate.from("2026-09-01"),
  lastDay: Temporal.PlainDate.from("2027-07-02"),
  opensOn: "school",
  openings: [],
  dates: [],
  capacities: [],
  ...season,
});

/** An activity at Rue, with what a test says of it. */
export const offered = (offer: Partial<ActivityOffer> = {}): ActivityOffer => ({
  activityId: newId<"activity">(),
  activityCode: "cantine-rue",
  activityName: "Restauration scolaire – Rue",
  audience: "children",
  siteId: newId<"site">(),
  siteCode: "rue",
  siteName: "Rue",
  units: [],
  ageGroups: [],
  seasons: [],
  ...offer,
});
