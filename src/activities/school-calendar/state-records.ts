import { z } from "zod";
import type { LineRefusal } from "./calendar-import.ts";
import { csvLines } from "./csv-lines.ts";

/** One record of the State's data set, whichever file it came from; `line` is the record's number in JSON. */
export interface StateRecord {
  readonly line: number;
  readonly description: string;
  readonly population: string;
  readonly startDate: string;
  readonly endDate: string;
  readonly location: string;
  readonly zones: string;
  readonly schoolYear: string;
}

/** Names of the columns: the technical ones, then those of the portal's own download. */
const COLUMNS = {
  description: ["description"],
  population: ["population"],
  startDate: ["start_date", "date de début"],
  endDate: ["end_date", "date de fin"],
  location: ["location", "académies"],
  zones: ["zones"],
  schoolYear: ["annee_scolaire", "année scolaire"],
} as const;

const cell = z.union([z.string(), z.null().transform(() => ""), z.undefined().transform(() => "")]);
const jsonRecord = z.record(z.string(), z.unknown());
const jsonFile = z.union([
  z.array(z.unknown()),
  z.object({ results: z.array(z.unknown()) }).transform((f) => f.results),
]);

/** Reads the records of the data set from its JSON (export or API page) or its CSV. */
export function stateRecords(text: string): {
  records: readonly StateRecord[];
  refusals: readonly LineRefusal[];
} {
  return /^\uFEFF?\s*[[{]/.test(text) ? fromJson(text) : fromCsv(text);
}

function fromCsv(text: string): ReturnType<typeof stateRecords> {
  const { lines, refusals } = csvLines(text);
  return { records: lines.map(({ line, cells }) => toRecord(line, cells)), refusals };
}

function fromJson(text: string): ReturnType<typeof stateRecords> {
  const file = jsonFile.safeParse(readJson(text.replace(/^\uFEFF/, "")));
  if (!file.success) {
    return {
      records: [],
      refusals: [{ line: 1, message: "Ce fichier JSON n’est pas une liste de vacances scolaires." }],
    };
  }
  const records: StateRecord[] = [];
  const refusals: LineRefusal[] = [];
  for (const [index, value] of file.data.entries()) {
    const record = jsonRecord.safeParse(value);
    if (record.success) records.push(toRecord(index + 1, record.data));
    else refusals.push({ line: index + 1, message: "Cet enregistrement n’a pas de colonnes." });
  }
  return { records, refusals };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toRecord(line: number, cells: Readonly<Record<string, unknown>>): StateRecord {
  const byName = new Map(
    Object.entries(cells).map(([name, value]) => [name.trim().toLocaleLowerCase("fr-FR"), value]),
  );
  const read = (names: readonly string[]): string => {
    const parsed = cell.safeParse(names.map((name) => byName.get(name)).find((value) => value !== undefined));
    return parsed.success ? parsed.data.trim() : "";
  };
  return {
    line,
    description: read(COLUMNS.description),
    population: read(COLUMNS.population),
    startDate: read(COLUMNS.startDate),
    endDate: read(COLUMNS.endDate),
    location: read(COLUMNS.location),
    zones: read(COLUMNS.zones),
    schoolYear: read(COLUMNS.schoolYear),
  };
}
