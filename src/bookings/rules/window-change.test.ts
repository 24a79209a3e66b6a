import { expect, test } from "vitest";

import { windowChangeRefusal } from "./window-change.ts";
import type { BookingWindow } from "./window.ts";

const at = (text: string) => Temporal.Instant.from(`${text}Z`);
const day = (text: string) => Temporal.PlainDate.from(text);
const season = { first: day("2027-07-05"), last: day("2027-08-27") };
const window: BookingWindow = {
  firstDay: season.first,
  lastDay: season.last,
  group: null,
  opensAt: at("2027-05-31T06:30"),
  closesAt: null,
};
const justBefore = window.opensAt.subtract({ milliseconds: 1 });

test.each<[string, BookingWindow | null, BookingWindow | null, Temporal.Instant, string | undefined]>([
  ["a new one", null, window, justBefore, undefined],
  ["a new one that opens now", null, window, window.opensAt, "opens-in-the-past"],
  [
    "another, until the last instant",
    window,
    { ...window, closesAt: at("2027-06-30T10:00") },
    justBefore,
    undefined,
  ],
  ["taken away, until the last instant", window, null, justBefore, undefined],
  ["one that has opened", window, { ...window, opensAt: at("2027-06-30T10:00") }, window.opensAt, "opened"],
  ["one that has opened, taken away", window, null, window.opensAt, "opened"],
  [
    "closes when it opens",
    null,
    { ...window, closesAt: window.opensAt },
    justBefore,
    "closes-before-it-opens",
  ],
  ["backwards", null, { ...window, lastDay: day("2027-07-04") }, justBefore, "backwards"],
  ["before the season", null, { ...window, firstDay: day("2027-07-04") }, justBefore, "outside-season"],
  ["after the season", null, { ...window, lastDay: day("2027-08-28") }, justBefore, "outside-season"],
])("%s", (_, before, after, now, code) => {
  expect(windowChangeRefusal(before, after, season, now)?.code).toBe(code);
});
