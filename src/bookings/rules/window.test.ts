import fc from "fast-check";
import { expect, test } from "vitest";

import { openingsSentence, shutSentence } from "./window-sentence.ts";
import { windowState, type BookingWindow, type ShutWindow } from "./window.ts";

const at = (text: string) => Temporal.Instant.from(`${text}+02:00`);
const day = (text: string) => Temporal.PlainDate.from(text);
const window = (changes: Partial<BookingWindow> = {}): BookingWindow => ({
  firstDay: day("2027-07-05"),
  lastDay: day("2027-08-27"),
  group: null,
  opensAt: at("2027-05-31T08:30"),
  closesAt: null,
  ...changes,
});

const residents = window({ group: "habitants", groupName: "les habitants", opensAt: at("2027-05-26T08:30") });
const summer = [window({ closesAt: at("2027-06-30T23:59") }), residents];
const told = (
  windows: readonly BookingWindow[],
  now: string,
  groups: readonly string[] = [],
  date = "2027-07-05",
) => {
  const state = windowState(windows, day(date), groups, at(now));
  if (state.kind === "open") return "open";
  if (state.kind === "window-closed") return `closed ${state.closedAt.toString()}`;
  const meanwhile = state.openTo.length === 0 ? "" : `, open to ${state.openTo.join(" ")}`;
  return `opens ${state.opensAt?.toString() ?? "for others"}${meanwhile}`;
};

test.each([
  ["no window", [], "2027-05-01T00:00", [], "open"],
  ["before everything", summer, "2027-05-26T08:29:59.999", ["habitants"], "opens 2027-05-26T06:30:00Z"],
  ["a resident, to the very instant", summer, "2027-05-26T08:30", ["habitants"], "open"],
  [
    "not a resident",
    summer,
    "2027-05-26T08:30",
    ["reguliers"],
    "opens 2027-05-31T06:30:00Z, open to les habitants",
  ],
  ["everybody", summer, "2027-05-31T08:30", [], "open"],
  ["the last instant", summer, "2027-06-30T23:59", [], "open"],
  ["after it", summer, "2027-06-30T23:59:00.001", [], "closed 2027-06-30T21:59:00Z"],
  ["the residents' stays open", summer, "2027-07-01T12:00", ["habitants"], "open"],
  ["only for others", [residents], "2027-06-01T12:00", [], "opens for others, open to les habitants"],
  ["only for others, not yet", [residents], "2027-05-01T12:00", [], "opens for others"],
  [
    "only for others, no more",
    [{ ...residents, closesAt: at("2027-06-01T00:00") }],
    "2027-06-02T12:00",
    [],
    "opens for others",
  ],
  [
    "for others, a group without a name",
    [window({ group: "reguliers" })],
    "2027-06-01T12:00",
    [],
    "opens for others, open to le groupe « reguliers »",
  ],
  [
    "opens again",
    [...summer, window({ opensAt: at("2027-07-02T08:00") })],
    "2027-07-01T12:00",
    [],
    "opens 2027-07-02T06:00:00Z, open to les habitants",
  ],
])("%s", (_, windows, now, groups, expected) => expect(told(windows, now, groups)).toBe(expected));

test.each([
  ["2027-07-04", "open"],
  ["2027-07-05", "opens 2027-05-31T06:30:00Z"],
  ["2027-08-27", "opens 2027-05-31T06:30:00Z"],
  ["2027-08-28", "open"],
])("a window opens its own days: %s", (date, expected) => {
  expect(told(summer, "2027-05-01T00:00", [], date)).toBe(expected);
});

test("it is open when the sentence of SQL says so, and the instant that is told is the one at which it opens", () => {
  const START = at("2027-05-01T00:00");
  const hour = fc.nat(60).map((hours) => START.add({ hours }));
  const anyWindow = fc.record({
    firstDay: fc.nat(6).map((days) => day("2027-07-05").add({ days })),
    days: fc.nat(3),
    group: fc.constantFrom(null, "a", "b"),
    opensAt: hour,
    length: fc.option(fc.integer({ min: 1, max: 20 })),
  });
  const windowsOf = fc.array(anyWindow, { maxLength: 4 }).map((drawn) =>
    drawn.map(({ firstDay, days, group, opensAt, length }) => ({
      firstDay,
      lastDay: firstDay.add({ days }),
      group,
      opensAt,
      closesAt: length === null ? null : opensAt.add({ hours: length }),
    })),
  );
  fc.assert(
    fc.property(windowsOf, fc.nat(8), fc.subarray(["a", "b"]), hour, (windows, n, groups, now) => {
      const date = day("2027-07-05").add({ days: n });
      const ms = (instant: Temporal.Instant) => instant.epochMilliseconds;
      const covering = windows.filter(
        ({ firstDay, lastDay }) =>
          firstDay.toString() <= date.toString() && date.toString() <= lastDay.toString(),
      );
      const bookable = covering.some(
        ({ group, opensAt, closesAt }) =>
          (group === null || groups.includes(group)) &&
          ms(opensAt) <= ms(now) &&
          (closesAt === null || ms(now) <= ms(closesAt)),
      );
      const state = windowState(windows, date, groups, now);
      expect(state.kind === "open").toBe(covering.length === 0 || bookable);
      if (state.kind === "not-open-yet" && state.opensAt !== null) {
        expect(windowState(windows, date, groups, state.opensAt).kind).toBe("open");
        expect(windowState(windows, date, groups, state.opensAt.subtract({ milliseconds: 1 })).kind).not.toBe(
          "open",
        );
      }
    }),
  );
});

test.each<[ShutWindow, string]>([
  [{ kind: "not-open-yet", opensAt: residents.opensAt, openTo: [] }, "Ouvre le mercredi 26 mai à 8 h 30"],
  [
    { kind: "not-open-yet", opensAt: at("2027-05-31T08:30"), openTo: ["les habitants", "les réguliers"] },
    "Ouvert pour les habitants et les réguliers, pour vous le lundi 31 mai à 8 h 30",
  ],
  [
    { kind: "not-open-yet", opensAt: null, openTo: ["les habitants"] },
    "Ouvert pour les habitants, sans date pour vous",
  ],
  [{ kind: "not-open-yet", opensAt: null, openTo: [] }, "Pas encore de date d’ouverture pour vous"],
  [
    { kind: "window-closed", closedAt: at("2027-06-30T23:59") },
    "Réservations closes depuis le mercredi 30 juin à 23 h 59",
  ],
])("what a day that is not open says", (shut, sentence) => {
  expect(shutSentence(shut).replaceAll("\u00a0", " ")).toBe(sentence);
});

test.each([
  [
    summer,
    "2027-05-01T00:00",
    "Réservations ouvertes le mercredi 26 mai à 8 h 30 pour les habitants, le lundi 31 mai à 8 h 30 pour tous, jusqu’au mercredi 30 juin à 23 h 59",
  ],
  [
    [...summer, window({ group: "reguliers", opensAt: residents.opensAt })],
    "2027-05-27T00:00",
    "Réservations ouvertes depuis le mercredi 26 mai à 8 h 30 pour les habitants et le groupe « reguliers », le lundi 31 mai à 8 h 30 pour tous, jusqu’au mercredi 30 juin à 23 h 59",
  ],
  [
    [window({ closesAt: at("2027-06-30T12:00") }), { ...residents, closesAt: at("2027-05-30T12:00") }],
    "2027-06-01T00:00",
    "Réservations ouvertes depuis le lundi 31 mai à 8 h 30 pour tous, jusqu’au mercredi 30 juin à 12 h ; closes depuis le dimanche 30 mai à 12 h pour les habitants",
  ],
  [
    [window({ closesAt: at("2027-06-30T12:00") })],
    "2027-06-30T12:01",
    "Réservations closes depuis le mercredi 30 juin à 12 h pour tous",
  ],
  [[], "2027-05-27T00:00", ""],
])("what opens when, in one sentence", (windows, now, sentence) => {
  const names = new Map([["habitants", "les habitants"]]);
  expect(openingsSentence(windows, names, at(now)).replaceAll("\u00a0", " ")).toBe(sentence);
});
