import { submitBookings } from "#bookings";
import type { SignedIn } from "#identity";

import type { TestDatabase } from "../postgres/test-database.ts";
import { guardianOf } from "./actors.ts";
import { newId } from "./canteen.ts";
import { buildCentre, enrolInCentre, type Centre, type CentreSettings } from "./centre.ts";
import { buildHousehold, type Household, type HouseholdSettings } from "./household.ts";

type Form = Parameters<typeof submitBookings>[1];
type Line = Form["lines"][number];

/** Monday 2 November 2026, 9 h in Paris. */
const CENTRE_NOW = Temporal.Instant.from("2026-11-02T08:00:00Z");

/** Monday to Friday, two weeks later. */
export const CENTRE_WEEK = ["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20"];

/** An instant so many minutes after the tests' own. */
export const later = (minutes: number): Temporal.Instant => CENTRE_NOW.add({ minutes });

/** What a child of a household asks of a slot. */
export function lineOf(
  act: Line["act"],
  who: Household,
  slotId: Line["slotId"],
  more: { child?: number; hours?: { from: number; to: number }; companions?: number } = {},
): Line {
  const participant = who.children[more.child ?? 0];
  if (participant === undefined) throw new Error("No such child in this test");
  return {
    act,
    participantId: participant.id,
    slotId,
    ...(more.hours === undefined ? {} : { hours: more.hours }),
    ...(more.companions === undefined ? {} : { companions: more.companions }),
  };
}

/** What tests of a leisure centre do with it. */
export function centreTown({ authority, database }: TestDatabase) {
  const sendAs = async (
    actor: SignedIn,
    lines: readonly Line[],
    now = CENTRE_NOW,
    forFamily?: Parameters<typeof submitBookings>[2],
  ): Promise<string[]> => {
    const visit = { actor, authority, database, now };
    const result = await submitBookings(visit, { key: newId<"submission">(), lines }, forFamily);
    if (!result.ok) throw new Error(`Refused: ${result.refusal.code}`);
    return result.value.lines.map(({ outcome }) => outcome);
  };
  return {
    centre: (settings: Omit<CentreSettings, "dates"> & { dates?: readonly string[] }): Promise<Centre> =>
      database.write((writes) => buildCentre(writes, { dates: CENTRE_WEEK, ...settings })),
    family: (centre: Centre, settings: HouseholdSettings = {}, points = 0): Promise<Household> =>
      database.write(async (writes) => {
        const household = await buildHousehold(writes, settings);
        await enrolInCentre(writes, centre, household, points);
        return household;
      }),
    sendAs,
    send: (who: Household, lines: readonly Line[], now = CENTRE_NOW): Promise<string[]> =>
      sendAs(guardianOf(who), lines, now),
    expire: async (at: Temporal.Instant): Promise<number | undefined> => {
      const row = await database.write((writes) =>
        writes.row<{ ended: number }>("test_expire", `select expire_places($1, $2) as ended`, [
          authority.id,
          at.toString(),
        ]),
      );
      return row?.ended;
    },
    /** « Journée 2026-11-18 3/24 +2 »: taken, places and waiting of each slot that somebody takes or waits for. */
    slots: (centre: Centre): Promise<string[]> =>
      database.read(async (reads) => {
        const rows = await reads.rows<{ says: string }>(
          "test_centre_slots",
          `select u.name || ' ' || s.date || ' ' || s.taken || '/' || s.places
                  || case when s.waiting > 0 then ' +' || s.waiting else '' end as says
           from slot s join unit u on u.id = s.unit_id
           where s.activity_id = $1 and (s.taken > 0 or s.waiting > 0) order by s.date, u.position`,
          [centre.activityId],
        );
        return rows.map(({ says }) => says);
      }),
    /** « 2026-11-18 480-720 72 1/1 »: each shared place that somebody takes. */
    shared: (centre: Centre): Promise<string[]> =>
      database.read(async (reads) => {
        const rows = await reads.rows<{ says: string }>(
          "test_centre_shares",
          `select date || ' ' || from_minute || '-' || to_minute || ' ' || from_months || ' ' || taken || '/' || places as says
           from place_count where activity_id = $1 and taken > 0 order by date, from_minute, from_months`,
          [centre.activityId],
        );
        return rows.map(({ says }) => says);
      }),
    /** « Bob offered »: the turns of a centre in the order in which they were asked. */
    turns: (centre: Centre): Promise<string[]> =>
      database.read(async (reads) => {
        const rows = await reads.rows<{ says: string }>(
          "test_centre_turns",
          `select p.first_name || ' ' || t.state as says
           from waiting_turn t join participant p on p.id = t.participant_id join slot s on s.id = t.slot_id
           where s.activity_id = $1 order by t.asked_at, t.id`,
          [centre.activityId],
        );
        return rows.map(({ says }) => says);
      }),
  };
}
