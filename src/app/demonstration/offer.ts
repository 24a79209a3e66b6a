import { codeFrom, createActivity, createSeason, createSite } from "#activities";
import { setDeadlineRule, setEnrolmentRule, type DeadlineRule } from "#bookings";
import type { Id } from "#kernel";
import type { Writes } from "#platform";

import type { DemonstrationCanteen } from "./canteens.ts";
import type { DemonstrationSeason } from "./season.ts";

/** A canteen as it was created. */
export interface CreatedCanteen {
  canteen: DemonstrationCanteen;
  siteId: Id<"site">;
  activityId: Id<"activity">;
  seasonId: Id<"season">;
  unitIds: readonly Id<"unit">[];
}

/** « 24 heures avant le repas, hors week-ends et jours fériés », in the literal reading. */
const LITERAL_RULE: DeadlineRule = {
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

/** Monday, Tuesday, Thursday, Friday. */
const WEEKDAYS = [1, 2, 4, 5];

/** The pupils of a school, in the year of their third birthday; before, in a class of the very small. Invented. */
const pupilsOf = (school: string) =>
  [
    { kind: "school", schools: [school] },
    {
      kind: "any",
      of: [
        { kind: "age", on: "12-31", fromYears: 3 },
        { kind: "school", levels: ["TPS"] },
      ],
    },
  ] as const;

/** When its canteens open. */
interface OfferOfSeason {
  season: DemonstrationSeason;
  /** From when its rules have held: the year before had them already. */
  since: Temporal.PlainDate;
  authorityId: Id<"authority">;
}

/** Creates a canteen: its site, its meal, the season with its places, the rule of 24 hours for both acts, and whose it is. */
export async function createCanteen(
  writes: Writes,
  canteen: DemonstrationCanteen,
  { season, since, authorityId }: OfferOfSeason,
): Promise<CreatedCanteen> {
  const { commune, school, places } = canteen;
  const siteId = await createSite(writes, {
    code: codeFrom(commune),
    name: `${school} – ${commune}`,
    commune,
    phone: "03 53 01 80 00",
  });
  const { activityId, unitIds } = await createActivity(writes, {
    siteId,
    code: codeFrom(`cantine ${commune}`),
    name: `Restauration scolaire – ${commune}`,
    units: [
      {
        name: "Repas",
        withMeal: true,
        startsAt: Temporal.PlainTime.from("12:00"),
        endsAt: Temporal.PlainTime.from("13:30"),
      },
    ],
  });
  const seasonId = await openFor(writes, { activityId, unitIds, places }, { season, authorityId });
  for (const act of ["book", "cancel"] as const) {
    await setDeadlineRule(writes, { activityId, act, validFrom: since, rule: LITERAL_RULE });
  }
  await setEnrolmentRule(writes, {
    activityId,
    validFrom: season.firstDay,
    byFamily: true,
    conditions: pupilsOf(`${school} – ${commune}`),
  });
  return { canteen, siteId, activityId, seasonId, unitIds };
}

/** Opens a canteen for a school year, on every school day. */
export function openFor(
  writes: Writes,
  { activityId, unitIds, places }: Pick<CreatedCanteen, "activityId" | "unitIds"> & { places: number },
  { season, authorityId }: Pick<OfferOfSeason, "season" | "authorityId">,
): Promise<Id<"season">> {
  return createSeason(writes, {
    ...season,
    activityId,
    opensOn: "school",
    openings: unitIds.flatMap((unitId) => WEEKDAYS.map((weekday) => ({ unitId, weekday, places }))),
    authorityId,
    by: "Préau",
  });
}
