import { nameKey } from "../../rules/name-key.ts";
import { readCivility, readEmail, readPhone, readPostcode } from "./cells.ts";
import { type ChildGroup, childGroups } from "./child-groups.ts";
import { type WantedColumn, locate } from "./headings.ts";
import { type LineReader, readLine } from "./line-reader.ts";
import { type FileReading, openFile } from "./open-file.ts";
import type { PostalAddress } from "../rules/address-key.ts";
import type { ChildMention, GuardianLine } from "../rules/lines.ts";
import type { Refusal, RefusalReason } from "../rules/refusal.ts";

/** The adults' file, read. */
export interface GuardiansFile extends FileReading {
  readonly guardians: readonly GuardianLine[];
}

type Field =
  | "civility"
  | "usageName"
  | "lastName"
  | "firstName"
  | "street"
  | "postcode"
  | "commune"
  | "country"
  | "email"
  | "phoneHome"
  | "phoneWork"
  | "phoneMobile";

const column = (usual: string, required: boolean, ...others: string[]): WantedColumn => ({
  usual,
  required,
  headings: [nameKey(usual), ...others],
});

const WANTED: Readonly<Record<Field, WantedColumn>> = {
  civility: column("Civilité Responsable", false, "civilite"),
  usageName: column("Nom usage responsable", false, "nomdusageresponsable"),
  lastName: column("Nom responsable", true, "nomdefamilleresponsable"),
  firstName: column("Prénom responsable", true),
  street: column("Adresse responsable", true, "adresse"),
  postcode: column("CP responsable", true, "codepostalresponsable", "codepostal", "cp"),
  commune: column("Commune responsable", true, "commune"),
  country: column("Pays", false, "paysresponsable"),
  email: column("Courriel", false, "courrielresponsable", "email", "adressecourriel"),
  phoneHome: column("Téléphone domicile", false),
  phoneWork: column("Téléphone travail", false),
  phoneMobile: column("Téléphone portable", false),
};

/** Reads a cell that the line can do without: when it is no good, it alone is refused. */
function spared<T>(
  reader: LineReader<Field>,
  field: Field,
  read: (cell: string) => T | undefined,
  code: RefusalReason,
  none: T,
): T {
  const value = read(reader.text(field));
  if (value !== undefined) return value;
  reader.refuse("cell", field, code);
  return none;
}

function addressOf(reader: LineReader<Field>): PostalAddress {
  const postcode = readPostcode(reader.text("postcode"), reader.text("country"));
  // The address decides the household: a wrong postcode would split one, so the line is refused.
  if (postcode === undefined) reader.refuse("line", "postcode", { code: "postcode_malformed" });
  return { street: reader.text("street"), postcode: postcode ?? "", commune: reader.text("commune") };
}

function childrenOf(reader: LineReader<Field>, groups: readonly ChildGroup[]): ChildMention[] {
  const mentions: ChildMention[] = [];
  for (const group of groups) {
    const mention = {
      lastName: reader.textAt(group.lastName),
      usageName: reader.textAt(group.usageName),
      firstName: reader.textAt(group.firstName),
      className: reader.textAt(group.className),
    };
    const position = group.firstName ?? group.lastName ?? 0;
    if (mention.lastName === "" && mention.usageName === "" && mention.firstName === "") continue;
    if (nameKey(mention.firstName) === "") reader.refuse("child", position, { code: "value_missing" });
    else if (nameKey(mention.lastName) === "" && nameKey(mention.usageName) === "") {
      reader.refuse("child", group.lastName ?? position, { code: "value_missing" });
    } else mentions.push({ column: reader.headingAt(position), ...mention });
  }
  if (mentions.length === 0 && !reader.refused() && reader.refusals.every(({ scope }) => scope !== "child")) {
    reader.refuse("line", groups[0]?.firstName ?? 0, { code: "no_child_mentioned" });
  }
  return mentions;
}

function neededName(reader: LineReader<Field>, field: "lastName" | "firstName"): string {
  const name = reader.needed(field);
  if (name !== "" && nameKey(name) === "") reader.refuse("line", field, { code: "value_missing" });
  return name;
}

function readGuardian(reader: LineReader<Field>, groups: readonly ChildGroup[]): GuardianLine {
  return {
    line: reader.line,
    civility: spared<"" | "M." | "Mme">(reader, "civility", readCivility, { code: "civility_unknown" }, ""),
    lastName: neededName(reader, "lastName"),
    usageName: reader.text("usageName"),
    firstName: neededName(reader, "firstName"),
    address: addressOf(reader),
    email: spared(reader, "email", readEmail, { code: "email_malformed" }, ""),
    phoneHome: spared(reader, "phoneHome", readPhone, { code: "phone_malformed" }, ""),
    phoneWork: spared(reader, "phoneWork", readPhone, { code: "phone_malformed" }, ""),
    phoneMobile: spared(reader, "phoneMobile", readPhone, { code: "phone_malformed" }, ""),
    children: childrenOf(reader, groups),
  };
}

/** Reads `CSVExtraction-responsables.csv`; a line may be shorter than the header when fewer children follow. */
export function readGuardiansFile(bytes: Uint8Array): GuardiansFile {
  const opened = openFile("responsables", bytes);
  const { groups, taken } = childGroups(opened.headings);
  const located = locate("responsables", opened.headings, WANTED, taken);
  const complete = groups.some(
    (g) => g.lastName !== undefined && g.firstName !== undefined && g.className !== undefined,
  );
  const noGroup: Refusal = {
    file: "responsables",
    scope: "file",
    line: 1,
    column: "Nom de famille enfant ; Prénom enfant ; Classes enfants",
    reason: { code: "column_missing", found: opened.headings.filter(Boolean) },
  };
  const swapped = opened.headings.some((heading) => nameKey(heading) === "nomeleve");
  const closing: readonly Refusal[] =
    opened.refusals.length > 0
      ? opened.refusals
      : swapped
        ? [{ file: "responsables", scope: "file", reason: { code: "files_swapped" } }]
        : [...located.refusals, ...(complete ? [] : [noGroup])];
  const refusals: Refusal[] = [...closing];
  const guardians: GuardianLine[] = [];
  for (const row of closing.length > 0 ? [] : opened.rows) {
    const reader = readLine("responsables", row, located);
    const guardian = readGuardian(reader, groups);
    refusals.push(...reader.refusals);
    if (!reader.refused()) guardians.push(guardian);
  }
  return {
    encoding: opened.encoding,
    linesRead: opened.rows.length,
    unreadColumns: closing.length > 0 ? [] : located.unread,
    refusals,
    guardians,
  };
}
