import { expect, test } from "vitest";

import { absencesOf, type NotedPlace } from "./absences-of.ts";

const day = (text: string) => Temporal.PlainDate.from(`2026-11-${text}`);
const place = (
  date: string,
  state: NotedPlace["state"],
  more: { reason?: string; proof?: string; told?: string; at?: string } = {},
): NotedPlace => ({
  date: day(date),
  startsAt: Temporal.PlainTime.from(more.at ?? "12:00"),
  state,
  reason: more.reason ?? (state === "absent" || state === "announced" ? "illness" : null),
  proofOn: more.proof === undefined ? null : day(more.proof),
  toldAt: more.told === undefined ? null : Temporal.PlainDateTime.from(`2026-11-${more.told}`),
});
const said = (...places: readonly NotedPlace[]) =>
  absencesOf(places).map((absence) =>
    absence === null
      ? ""
      : [absence.reason, absence.since, absence.proofAt ?? "-", absence.toldAt ?? "-"]
          .map(String)
          .join(" ")
          .replaceAll("2026-11-", "")
          .replaceAll(":00:00", "h"),
  );

test("an absence goes on over a week-end, with the first proof and the first word", () => {
  expect(
    said(
      place("05", "present"),
      place("06", "absent", { told: "06T09:00" }),
      place("09", "absent", { proof: "09" }),
      place("10", "absent", { proof: "12", told: "10T08:00" }),
    ),
  ).toEqual(["", ...Array.from({ length: 3 }, () => "illness 06T12h 09T00h 06T09h")]);
});

test("coming back, another reason or a week ends it; a place that nobody noted does not", () => {
  expect(said(place("09", "absent"), place("10", "present"), place("12", "absent"))).toEqual([
    "illness 09T12h - -",
    "",
    "illness 12T12h - -",
  ]);
  expect(said(place("09", "absent"), place("10", "absent", { reason: "family" }))).toEqual([
    "illness 09T12h - -",
    "family 10T12h - -",
  ]);
  expect(said(place("04", "absent"), place("11", "absent"))).toEqual([
    "illness 04T12h - -",
    "illness 11T12h - -",
  ]);
  expect(said(place("09", "absent"), place("10", null), place("12", "absent"))).toEqual([
    "illness 09T12h - -",
    "",
    "illness 09T12h - -",
  ]);
});

test("of several places of a day the first begins it; without a reason it is one of its own", () => {
  const found = absencesOf([
    place("09", "absent", { at: "07:30" }),
    place("09", "absent", { at: "16:30" }),
    { ...place("16", "absent"), reason: null },
  ]);
  expect(found.map((absence) => absence?.since.toString().slice(8, 16))).toEqual([
    "09T07:30",
    "09T07:30",
    "16T12:00",
  ]);
  expect(found.at(-1)?.reason).toBe("none");
});

test("an absence that was announced and that nobody pointed is one, with the proof of the days beside it", () => {
  expect(
    said(
      place("09", "announced", { told: "09T07:00" }),
      place("10", "absent", { proof: "10" }),
      place("12", "announced", { told: "12T07:00", reason: "other" }),
    ),
  ).toEqual(["illness 09T12h 10T00h 09T07h", "illness 09T12h 10T00h 09T07h", "other 12T12h - 12T07h"]);
});
