import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SchoolPeriod } from "#kernel";
import { readSchoolCalendar } from "./read-school-calendar.ts";
import { readStateCalendar } from "./state-format.ts";

interface Row {
  readonly description: string;
  readonly population: string;
  readonly start_date: string | null;
  readonly end_date: string | null;
  readonly location: string;
  readonly zones: string;
  readonly annee_scolaire: string;
}

/** One record as the API of data.education.gouv.fr writes it: midnight in Paris, as an instant in UTC. */
function row(description: string, start: string, end: string, more: Partial<Row> = {}): Row {
  return {
    description,
    population: "-",
    start_date: start,
    end_date: end,
    location: "Amiens",
    zones: "Zone B",
    annee_scolaire: "2025-2026",
    ...more,
  };
}

const TOUSSAINT = row("Vacances de la Toussaint", "2025-10-17T22:00:00+00:00", "2025-11-02T23:00:00+00:00");
const NOEL = row("Vacances de Noël", "2025-12-19T23:00:00+00:00", "2026-01-04T23:00:00+00:00");
const HIVER = row("Vacances d'Hiver", "2026-02-13T23:00:00+00:00", "2026-03-01T23:00:00+00:00");
const PRINTEMPS = row("Vacances de Printemps", "2026-04-10T22:00:00+00:00", "2026-04-26T22:00:00+00:00");
const PONT = row("Pont de l'Ascension", "2026-05-14T22:00:00+00:00", "2026-05-17T22:00:00+00:00");
const ETE = row("Début des Vacances d'Été", "2026-07-03T22:00:00+00:00", "2026-07-03T22:00:00+00:00");
const YEAR = [TOUSSAINT, NOEL, HIVER, PRINTEMPS, PONT, ETE];

const line = (p: SchoolPeriod): string =>
  `${p.schoolYear},${p.kind},${p.firstDayOff},${p.lastDayOff ?? ""},${p.label},${p.evidence}`;
const lines = (rows: readonly unknown[]): string[] =>
  readStateCalendar(JSON.stringify(rows), "B").periods.map(line);

test("a year of zone B: dates of Paris, the last day off before the morning of return, an open summer", () => {
  expect(readStateCalendar(JSON.stringify(YEAR), "B").refusals).toEqual([]);
  expect(lines(YEAR)).toEqual([
    "2025-2026,holiday,2025-10-18,2025-11-02,Toussaint,C",
    "2025-2026,holiday,2025-12-20,2026-01-04,Noël,C",
    "2025-2026,holiday,2026-02-14,2026-03-01,Hiver,C",
    "2025-2026,holiday,2026-04-11,2026-04-26,Printemps,C",
    "2025-2026,bridge,2026-05-15,2026-05-17,Pont de l'Ascension,C",
    "2026-2027,holiday,2026-07-04,,Été,C",
  ]);
});

test("the API's page and the CSV export say the same", () => {
  const csv = (header: string): string =>
    [
      header,
      ...YEAR.map((r) =>
        Object.values(r)
          .map((cell) => cell ?? "")
          .join(";"),
      ),
    ].join("\r\n");
  const expected = lines(YEAR);
  expect(expected).toHaveLength(6);
  const page = JSON.stringify({ total_count: 6, results: YEAR });
  const technical = csv("\uFEFFdescription;population;start_date;end_date;location;zones;annee_scolaire");
  const labels = csv("Description;Population;Date de début;Date de fin;Académies;Zones;annee_scolaire");
  for (const text of [page, technical, labels])
    expect(readSchoolCalendar(text, "B").periods.map(line)).toEqual(expected);
});

describe("which records count", () => {
  test("one per académie becomes one period, teachers and other zones are left out", () => {
    const rows = [
      row("Prérentrée des enseignants", "2025-08-28T22:00:00+00:00", "2025-08-28T22:00:00+00:00", {
        population: "Enseignants",
      }),
      TOUSSAINT,
      { ...TOUSSAINT, location: "Lille", population: "Élèves" },
      { ...TOUSSAINT, population: "Enseignants", start_date: "2025-10-16T22:00:00+00:00" },
      { ...HIVER, zones: "Zone A", start_date: "2026-02-06T23:00:00+00:00" },
      { ...HIVER, zones: "Corse" },
    ];
    expect(lines(rows)).toEqual(["2025-2026,holiday,2025-10-18,2025-11-02,Toussaint,C"]);
  });

  test("a departure on a weekday is a day of class: Tuesday 6 July 2021", () => {
    const summer = row("Vacances d'Été", "2021-07-05T22:00:00+00:00", "2021-09-01T22:00:00+00:00", {
      annee_scolaire: "2020-2021",
    });
    expect(lines([summer])).toEqual(["2021-2022,holiday,2021-07-07,2021-09-01,Été,C"]);
  });

  test("a departure on a Friday leaves from Saturday: no day of class is lost", () => {
    const friday = { ...TOUSSAINT, start_date: "2025-10-16T22:00:00+00:00" };
    expect(lines([friday])).toEqual(lines([TOUSSAINT]));
  });

  test("an open summer is closed by the return of the same year, or by a record with its end", () => {
    const back = row(
      "Rentrée scolaire des élèves",
      "2026-08-31T22:00:00+00:00",
      "2026-08-31T22:00:00+00:00",
      { annee_scolaire: "2026-2027" },
    );
    expect(lines([ETE, back])).toEqual(["2026-2027,holiday,2026-07-04,2026-08-31,Été,C"]);
    const whole = row("Vacances d'Été", "2026-07-03T22:00:00+00:00", "2026-08-31T22:00:00+00:00");
    expect(lines([ETE, whole])).toEqual(["2026-2027,holiday,2026-07-04,2026-08-31,Été,C"]);
    const other = { ...back, start_date: "2025-08-31T22:00:00+00:00" };
    expect(lines([ETE, other])).toEqual(["2026-2027,holiday,2026-07-04,,Été,C"]);
  });
});

describe("what cannot be taken is said, and the rest is taken", () => {
  const messages = (rows: readonly unknown[]): string[] =>
    readStateCalendar(JSON.stringify(rows), "B").refusals.map((r) => `${r.line} ${r.message}`);

  test("dates that cannot be read", () => {
    const rows = [{ ...NOEL, start_date: "Noël" }, TOUSSAINT, { ...HIVER, end_date: null }, "?"];
    expect(messages(rows)).toEqual([
      "1 Vacances de Noël : les dates « Noël » et « 2026-01-04T23:00:00+00:00 » ne se lisent pas.",
      "3 Vacances d'Hiver : les dates « 2026-02-13T23:00:00+00:00 » et «  » ne se lisent pas.",
      "4 Cet enregistrement n’a pas de colonnes.",
    ]);
    expect(lines(rows)).toHaveLength(1);
  });

  test("académies that disagree: neither is chosen", () => {
    const rows = [TOUSSAINT, NOEL, { ...NOEL, location: "Lille", end_date: "2026-01-05T23:00:00+00:00" }];
    expect(messages(rows)).toEqual([
      "3 Deux académies de la zone ne disent pas les mêmes dates pour « Noël » 2025-2026 : du samedi 20 décembre 2025 au dimanche 4 janvier 2026 (ligne 2), ou du samedi 20 décembre 2025 au lundi 5 janvier 2026.",
    ]);
    expect(lines(rows)).toEqual(["2025-2026,holiday,2025-10-18,2025-11-02,Toussaint,C"]);
  });

  test.each(["", "{}", "[1", "nimportequoi", "[]", '{"results":3}'])("« %s » is no calendar", (text) => {
    const { periods, refusals } = readSchoolCalendar(text, "B");
    expect(periods).toEqual([]);
    expect(refusals.length).toBeGreaterThan(0);
  });

  test("any records give an answer, never a failure", () => {
    const dates = fc.oneof(fc.string(), fc.constantFrom("2026-07-03T22:00:00+00:00", "2026-10-17", null));
    const records = fc.record({
      description: fc.oneof(fc.string(), fc.constantFrom("Vacances d'Été", "Rentrée", "Pont"), fc.integer()),
      start_date: dates,
      end_date: dates,
      zones: fc.constantFrom("Zone B", "B"),
    });
    fc.assert(fc.property(fc.array(records), (rows) => void readStateCalendar(JSON.stringify(rows), "B")));
  });
});
