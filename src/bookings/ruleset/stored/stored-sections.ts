import type { ActivityOffer } from "#activities";
import type { Reads, Writes } from "#platform";

import type { BookingSections, WrittenBookingSections } from "../sections.ts";
import { readAlerts, writeAlerts } from "./stored-alerts.ts";
import { readDeadlines, writeDeadlines } from "./stored-deadlines.ts";
import { readEnrolment, writeEnrolment } from "./stored-enrolment.ts";
import { readPlaces, writePlaces } from "./stored-places.ts";
import { readWindows, writeWindows } from "./stored-windows.ts";

/** The sections of bookings as they hold on a day, for these activities. Empty ones are left out. */
export async function readBookingSections(
  reads: Reads,
  offer: readonly ActivityOffer[],
  on: Temporal.PlainDate,
): Promise<WrittenBookingSections> {
  const deadlines = await readDeadlines(reads, offer, on);
  const windows = await readWindows(reads, offer);
  const enrolment = await readEnrolment(reads, offer, on);
  const places = await readPlaces(reads, offer, on);
  const alerts = await readAlerts(reads, on);
  return {
    ...(deadlines.length === 0 ? {} : { deadlines }),
    ...(windows.length === 0 ? {} : { windows }),
    ...(enrolment.length === 0 ? {} : { enrolment }),
    ...(places.length === 0 ? {} : { places }),
    ...(alerts === undefined ? {} : { alerts }),
  };
}

/**
 * Sets the sections of a file that was checked, for the slots of these activities from a day on; a section that the
 * file leaves out changes nothing. The caller aligns the slots afterwards, in the same transaction.
 * @returns what changes and what it leaves though the file says otherwise, one French sentence each; none where
 * everything was so already
 */
export async function writeBookingSections(
  writes: Writes,
  { deadlines, windows, enrolment, places, alerts }: BookingSections,
  scope: { offer: readonly ActivityOffer[]; from: Temporal.PlainDate; now: Temporal.Instant },
): Promise<{ changes: readonly string[]; left: readonly string[] }> {
  const deadlinesSaid = deadlines === undefined ? [] : await writeDeadlines(writes, deadlines, scope);
  const written =
    windows === undefined ? { changes: [], left: [] } : await writeWindows(writes, windows, scope);
  const changes = [
    ...deadlinesSaid,
    ...written.changes,
    ...(enrolment === undefined ? [] : await writeEnrolment(writes, enrolment, scope)),
    ...(places === undefined ? [] : await writePlaces(writes, places, scope)),
    ...(alerts === undefined ? [] : await writeAlerts(writes, alerts, scope.from)),
  ];
  return { changes, left: written.left };
}
