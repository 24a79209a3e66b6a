import type { Announcement } from "#platform";

/** School holidays or the choice of calendar changed; `by` is the name that the history gives to what follows. */
export const calendarChanged = (by: string): Announcement => ({
  type: "activities.calendarChanged",
  facts: { by },
});

/** The units, seasons or openings of one activity changed. */
export const offerChanged = (activityId: string, by: string): Announcement => ({
  type: "activities.offerChanged",
  facts: { activity: activityId, by },
});
