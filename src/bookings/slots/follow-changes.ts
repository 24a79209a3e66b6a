import type { Handler } from "#identity";
import { formId } from "#platform";
import { z } from "zod";

import { alignSlots } from "./align-slots.ts";

const calendarFacts = z.object({ by: z.string() });
const offerFacts = z.object({ by: z.string(), activity: formId<"activity">() });

/** When the calendar changed: the slots of every activity follow. Run twice, the second time changes nothing. */
export const followCalendar: Handler = async ({ authority, database, now }, facts) => {
  const { by } = calendarFacts.parse(facts);
  await database.write((writes) =>
    alignSlots(writes, {
      authorityId: authority.id,
      activityIds: null,
      now,
      by: { name: by, accountId: null },
    }),
  );
};

/** When the seasons or openings of one activity changed: its slots follow. */
export const followOffer: Handler = async ({ authority, database, now }, facts) => {
  const { by, activity } = offerFacts.parse(facts);
  await database.write((writes) =>
    alignSlots(writes, {
      authorityId: authority.id,
      activityIds: [activity],
      now,
      by: { name: by, accountId: null },
    }),
  );
};
