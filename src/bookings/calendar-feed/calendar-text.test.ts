import { expect, test } from "vitest";

import { newId } from "../../../test/builders/canteen.ts";
import { calendarText } from "./calendar-text.ts";

const meal = (date: string, fromMinute = 720, toMinute = 810) => ({
  bookingId: newId<"booking">(),
  firstName: "Lina",
  unitName: "Repas",
  siteName: "École du Marquenterre, Rue",
  date: Temporal.PlainDate.from(date),
  fromMinute,
  toMinute,
  bookedAt: Temporal.Instant.from("2026-11-02T08:00:00Z"),
  companions: 0,
});
const espace = { name: "Préau", host: "espace.exemple.fr" };

test.each([
  ["in winter", meal("2026-11-12"), "20261112T120000", "20261112T133000"],
  ["on the day on which the clock changes", meal("2026-10-25"), "20261025T120000", "20261025T133000"],
  ["chosen hours", meal("2026-11-12", 1005, 1125), "20261112T164500", "20261112T184500"],
  ["until midnight", meal("2026-11-12", 1200, 1440), "20261112T200000", "20261113T000000"],
])("%s", (_, booking, start, end) => {
  const lines = calendarText([booking], espace).split("\r\n");
  expect(lines).toEqual(
    expect.arrayContaining([
      "BEGIN:VCALENDAR",
      "TZID:Europe/Paris",
      `UID:${booking.bookingId}@espace.exemple.fr`,
      "DTSTAMP:20261102T080000Z",
      `DTSTART;TZID=Europe/Paris:${start}`,
      `DTEND;TZID=Europe/Paris:${end}`,
      "SUMMARY:Lina : repas",
      "LOCATION:École du Marquenterre\\, Rue",
    ]),
  );
});

test("who brings children is told with them", () => {
  const text = calendarText([{ ...meal("2026-11-12"), companions: 3 }], espace);
  // A comma of a text is written with its bar (RFC 5545, 3.3.11).
  expect(text).toContain("SUMMARY:Lina : repas\\, avec 3\u00a0enfants");
});

test("nothing booked is a calendar too", () => {
  expect(calendarText([], espace)).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR/);
});
