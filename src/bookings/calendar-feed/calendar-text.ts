import ical from "ical-generator";

import { withCompanions } from "../rules/companions.ts";
import { lowerFirst } from "../rules/line-words.ts";
import type { FeedBooking } from "./feed-bookings.ts";

const PARIS = "Europe/Paris";

/** How often a telephone may come again, in seconds. */
const AGAIN_AFTER = 4 * 3600;

/** The rules of the clock in Paris, for calendars that do not know the zone by its name (RFC 5545, 3.6.5). */
const PARIS_ZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${PARIS}`,
  "BEGIN:STANDARD",
  "DTSTART:19961027T030000",
  "TZOFFSETFROM:+0200",
  "TZOFFSETTO:+0100",
  "TZNAME:CET",
  "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
  "END:STANDARD",
  "BEGIN:DAYLIGHT",
  "DTSTART:19810329T020000",
  "TZOFFSETFROM:+0100",
  "TZOFFSETTO:+0200",
  "TZNAME:CEST",
  "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
  "END:DAYLIGHT",
  "END:VTIMEZONE",
].join("\r\n");

/** Writes bookings as a calendar (iCalendar), each at its local hours. */
export function calendarText(
  bookings: readonly FeedBooking[],
  espace: { name: string; host: string },
): string {
  // Without a name of its own, the calendar writes when it was made in universal time, as the format asks.
  const calendar = ical({
    name: espace.name,
    prodId: { company: "Préau", product: "Agenda", language: "FR" },
    timezone: { name: null, generator: () => PARIS_ZONE },
    ttl: AGAIN_AFTER,
  });
  for (const booking of bookings) {
    const { bookingId, firstName, unitName, siteName, date, fromMinute, toMinute, bookedAt } = booking;
    calendar.createEvent({
      id: `${bookingId}@${espace.host}`,
      timezone: PARIS,
      start: at(date, fromMinute),
      end: at(date, toMinute),
      stamp: bookedAt,
      summary: withCompanions(`${firstName} : ${lowerFirst(unitName)}`, booking.companions),
      location: siteName,
    });
  }
  return calendar.toString();
}

function at(date: Temporal.PlainDate, minute: number): Temporal.ZonedDateTime {
  return date.toPlainDateTime().add({ minutes: minute }).toZonedDateTime(PARIS);
}
