import { nameKey } from "../../rules/name-key.ts";
import { readDate } from "./cells.ts";
import { type WantedColumn, locate } from "./headings.ts";
import { type LineReader, readLine } from "./line-reader.ts";
import { type FileReading, openFile } from "./open-file.ts";
import type { ChildLine, UnusableChildLine } from "../rules/lines.ts";
import type { Refusal } from "../rules/refusal.ts";

/** The children's file, read. */
export interface ChildrenFile extends FileReading {
  readonly children: readonly ChildLine[];
  /** Refused lines whose names are known. */
  readonly unusable: readonly UnusableChildLine[];
}

type Field = "lastName" | "usageName" | "firstName" | "birthDate" | "level" | "className" | "classId";

const column = (usual: string, required: boolean, ...others: string[]): WantedColumn => ({
  usual,
  required,
  headings: [nameKey(usual), ...others],
});

const WANTED: Readonly<Record<Field, WantedColumn>> = {
  lastName: column("Nom Elève", true, "nomdefamilleeleve", "nomdefamille", "nom"),
  usageName: column("Nom d'usage Elève", false, "nomusageeleve", "nomdusage", "nomusage"),
  firstName: column("Prénom Elève", true, "prenom"),
  birthDate: column("Date naissance", true, "datedenaissance", "datenaissanceeleve", "datedenaissanceeleve"),
  level: column("Niveau", false),
  className: column("Classe", true, "libelleclasse", "libelledelaclasse"),
  classId: column("Identifiant classe", false),
};

const OLDEST_IN_YEARS = 100;

function birthDateOf(reader: LineReader<Field>, today: Temporal.PlainDate): string {
  const written = reader.needed("birthDate");
  if (written === "") return "";
  const date = readDate(written);
  if (date === undefined) {
    reader.refuse("line", "birthDate", { code: "date_unreadable" });
    return "";
  }
  const tooFar =
    Temporal.PlainDate.compare(date, today) > 0 ||
    Temporal.PlainDate.compare(date, today.subtract({ years: OLDEST_IN_YEARS })) < 0;
  if (tooFar) reader.refuse("line", "birthDate", { code: "date_out_of_range" });
  return date.toString();
}

function neededName(reader: LineReader<Field>, field: "lastName" | "firstName"): string {
  const name = reader.needed(field);
  // « - » is filled in, yet names nobody.
  if (name !== "" && nameKey(name) === "") reader.refuse("line", field, { code: "value_missing" });
  return name;
}

/**
 * Reads `CSVExtraction-eleves.csv`. Sex, addresses, nationality-like columns and the register's own
 * authorisations are not read: booking a meal does not need them.
 * @param today the day of the import, in France: nobody is born after it
 */
export function readChildrenFile(bytes: Uint8Array, today: Temporal.PlainDate): ChildrenFile {
  const opened = openFile("eleves", bytes);
  const located = locate("eleves", opened.headings, WANTED);
  const swapped = opened.headings.some((heading) => nameKey(heading) === "nomresponsable");
  const closing: readonly Refusal[] =
    opened.refusals.length > 0
      ? opened.refusals
      : swapped
        ? [{ file: "eleves", scope: "file", reason: { code: "files_swapped" } }]
        : located.refusals;
  const refusals: Refusal[] = [...closing];
  const children: ChildLine[] = [];
  const unusable: UnusableChildLine[] = [];
  for (const row of closing.length > 0 ? [] : opened.rows) {
    const reader = readLine("eleves", row, located);
    const child: ChildLine = {
      line: row.line,
      lastName: neededName(reader, "lastName"),
      usageName: reader.text("usageName"),
      firstName: neededName(reader, "firstName"),
      birthDate: birthDateOf(reader, today),
      level: reader.text("level"),
      className: reader.needed("className"),
      classId: reader.text("classId"),
    };
    refusals.push(...reader.refusals);
    if (!reader.refused()) children.push(child);
    else if (nameKey(child.firstName) !== "") unusable.push(child);
  }
  return {
    encoding: opened.encoding,
    linesRead: opened.rows.length,
    unreadColumns: closing.length > 0 ? [] : located.unread,
    refusals,
    children,
    unusable,
  };
}
