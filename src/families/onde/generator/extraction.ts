import type { GeneratedChild, GeneratedFamily, GeneratedGuardian } from "./families.ts";

/** A line to write: its cells, or the text that stands in their place. */
export interface ExtractionRow<Of> {
  readonly of: Of;
  readonly cells: readonly string[];
  readonly raw?: string;
}

/** The lines of the two files, in the order of the files. */
export interface Extraction {
  readonly children: readonly ExtractionRow<GeneratedChild>[];
  readonly guardians: readonly ExtractionRow<GeneratedGuardian>[];
}

const CHILD_HEADER = [
  "Nom Elève",
  "Nom d'usage Elève",
  "Prénom Elève",
  "Date naissance",
  "Sexe",
  "Adresse1",
  "Cp1",
  "Commune1",
  "Pays1",
  "Adresse2",
  "Cp2",
  "Commune2",
  "Pays2",
  " Cycle",
  "Niveau",
  "Classe",
  "Attestation fournie",
  "Autorisations associations",
  "Autorisations photos",
  "Décision de passage",
] as const;

const GUARDIAN_HEADER = [
  "Civilité Responsable",
  "Nom usage responsable",
  "Nom responsable",
  "Prénom responsable",
  "Adresse responsable",
  "CP responsable",
  "Commune responsable",
  "Pays",
  "Courriel",
  "Téléphone domicile",
  "Téléphone travail",
  "Téléphone portable",
] as const;

const GROUP_HEADER = [
  "Nom d'usage enfant",
  "Nom de famille enfant",
  "Prénom enfant",
  "Classes enfants",
] as const;
const LEAST_GROUPS = 3;

/** Where the cells that tests damage stand. */
export const CHILD_CELL = { lastName: 0, firstName: 2, birthDate: 3 } as const;
export const GUARDIAN_CELL = {
  civility: 0,
  lastName: 2,
  street: 4,
  postcode: 5,
  commune: 6,
  email: 8,
  phoneMobile: 11,
  firstGroup: GUARDIAN_HEADER.length,
} as const;
export const GROUP_CELL = { firstName: 2, className: 3, length: GROUP_HEADER.length } as const;

function childCells(child: GeneratedChild): string[] {
  const { street, postcode, commune } = child.address;
  return [
    child.lastName,
    child.usageName,
    child.firstName,
    child.birthDate,
    child.girl ? "F" : "M",
    ...[street, postcode, commune, "FRANCE"],
    ...["", "", "", ""],
    ...[child.level.cycle, child.level.name, child.className],
    ...["Non", "Non", "Non", ""],
  ];
}

function guardianCells(guardian: GeneratedGuardian): string[] {
  const { street, postcode, commune } = guardian.address;
  return [
    ...[guardian.civility, guardian.usageName, guardian.lastName, guardian.firstName],
    ...[street, postcode, commune, "FRANCE"],
    ...[guardian.email, guardian.phoneHome, guardian.phoneWork, guardian.phoneMobile],
    ...guardian.children.flatMap((child) => [
      child.usageName,
      child.lastName,
      child.firstName,
      child.className,
    ]),
  ];
}

/** Lays families out as the register extracts them: one line a child, one line an adult, in alphabetical order. */
export function extractionOf(families: readonly GeneratedFamily[]): Extraction {
  const byName = (
    a: { readonly cells: readonly string[] },
    b: { readonly cells: readonly string[] },
  ): number => (a.cells.slice(0, 4).join(" ") < b.cells.slice(0, 4).join(" ") ? -1 : 1);
  return {
    children: families
      .flatMap(({ children }) => children.map((child) => ({ of: child, cells: childCells(child) })))
      .toSorted(byName),
    guardians: families
      .flatMap(({ guardians }) =>
        guardians.map((guardian) => ({ of: guardian, cells: guardianCells(guardian) })),
      )
      .toSorted(byName),
  };
}

const cellText = (cell: string): string => (cell === "" ? "" : `"${cell.replaceAll('"', '""')}"`);
const rowText = (cells: readonly string[]): string => cells.map(cellText).join(";");

/** ISO-8859-1 has no « œ »: the register writes « oe ». */
const latin1 = (text: string): Uint8Array =>
  Buffer.from(text.replaceAll("œ", "oe").replaceAll("Œ", "OE").replaceAll("’", "'"), "latin1");

function fileOf(
  header: readonly string[],
  rows: readonly ExtractionRow<unknown>[],
  encoding: "iso-8859-1" | "utf-8",
): Uint8Array {
  const lines = [rowText(header), ...rows.map(({ cells, raw }) => raw ?? rowText(cells))];
  const text = lines.map((line) => `${line}\r\n`).join("");
  return encoding === "utf-8" ? Buffer.from(text, "utf8") : latin1(text);
}

/** Writes the two files, byte for byte as Onde does: `;`, quotes, CRLF, ISO-8859-1, repeated headings. */
export function writeExtraction(
  extraction: Extraction,
  encoding: "iso-8859-1" | "utf-8" = "iso-8859-1",
): { eleves: Uint8Array; responsables: Uint8Array } {
  const most = extraction.guardians.reduce((n, { of }) => Math.max(n, of.children.length), LEAST_GROUPS);
  const groups = Array.from({ length: most }, () => GROUP_HEADER).flat();
  return {
    eleves: fileOf(CHILD_HEADER, extraction.children, encoding),
    responsables: fileOf([...GUARDIAN_HEADER, ...groups], extraction.guardians, encoding),
  };
}
