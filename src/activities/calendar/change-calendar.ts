import type { HolidayZone, SchoolZone } from "#kernel";
import { announce, type Writes } from "#platform";

import { calendarChanged } from "../events.ts";

/** Chooses which public and school holidays count here, and announces it: the slots follow. */
export async function chooseCalendar(
  writes: Writes,
  choice: { publicHolidays: HolidayZone; schoolZone: SchoolZone; authorityId: string; by: string },
): Promise<void> {
  await writes.run(
    "choose_calendar",
    `insert into calendar_setting (public_holidays, school_zone) values ($1, $2)
     on conflict (only_row) do update set public_holidays = excluded.public_holidays,
                                          school_zone = excluded.school_zone`,
    [choice.publicHolidays, choice.schoolZone],
  );
  await announce(writes, choice.authorityId, calendarChanged(choice.by));
}

/**
 * An agent has checked the dates of a period against the official source: it is no longer « à confirmer ».
 * No slot depends on it, so nothing is announced. False when there is no such period to confirm.
 */
export async function confirmSchoolPeriod(
  writes: Writes,
  { zone, firstDayOff }: { zone: SchoolZone; firstDayOff: Temporal.PlainDate },
): Promise<boolean> {
  const confirmed = await writes.run(
    "confirm_school_period",
    `update school_period set confirmed = true where zone = $1 and first_day_off = $2 and not confirmed`,
    [zone, firstDayOff.toString()],
  );
  return confirmed > 0;
}
