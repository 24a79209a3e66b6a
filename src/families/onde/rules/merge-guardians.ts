import { nameKey } from "../../rules/name-key.ts";
import { writtenAddress } from "./address-key.ts";
import { type FileGuardian, guardianKey, personKey } from "./people.ts";
import { groupBy } from "./single-children.ts";
import { Union } from "./union.ts";
import type { GuardianFacts, GuardianLine } from "./lines.ts";
import type { Refusal } from "./refusal.ts";

/** A line with the keys of the children it was joined to, at least one. */
export interface JoinedLine {
  readonly line: GuardianLine;
  /** Normalised address, empty when unknown. */
  readonly place: string;
  readonly children: readonly string[];
}

/** Columns on which lines of one person may not contradict each other, and how each is compared. */
const COMPARED: Readonly<Record<string, (joined: JoinedLine) => readonly [key: string, shown: string]>> = {
  Civilité: ({ line: { civility } }) => [civility, civility],
  "Nom d'usage": ({ line: { usageName } }) => [nameKey(usageName), usageName],
  Adresse: ({ line: { address }, place }) => [
    place,
    `${address.street} ${address.postcode} ${address.commune}`,
  ],
  Courriel: ({ line: { email } }) => [email, email],
  "Téléphone domicile": ({ line: { phoneHome } }) => [phoneHome, phoneHome],
  "Téléphone travail": ({ line: { phoneWork } }) => [phoneWork, phoneWork],
  "Téléphone portable": ({ line: { phoneMobile } }) => [phoneMobile, phoneMobile],
};

/** Of several spellings of one value, always the same one: accents and lower case come last in code order. */
const spelling = (values: readonly string[]): string => values.toSorted().at(-1) ?? "";

function contradiction(lines: readonly JoinedLine[]): { column: string; values: string[] } | undefined {
  if (lines.length < 2) return undefined;
  for (const [column, compare] of Object.entries(COMPARED)) {
    const said = lines.map(compare).filter(([key]) => key !== "");
    const groups = [...groupBy(said, ([key]) => key).values()];
    const values = groups.map((group) => spelling(group.map(([, shown]) => shown))).toSorted();
    if (values.length > 1) return { column, values };
  }
  return undefined;
}

function merge(lines: readonly JoinedLine[]): FileGuardian {
  const of = (read: (line: GuardianLine) => string): string => spelling(lines.map(({ line }) => read(line)));
  const civility = lines.map(({ line }) => line.civility).find((word) => word !== "") ?? "";
  const facts: GuardianFacts = {
    civility,
    lastName: of((line) => line.lastName),
    usageName: of((line) => line.usageName),
    firstName: of((line) => line.firstName),
    address: writtenAddress(lines.map(({ line, place }) => ({ address: line.address, place }))),
    email: of((line) => line.email),
    phoneHome: of((line) => line.phoneHome),
    phoneWork: of((line) => line.phoneWork),
    phoneMobile: of((line) => line.phoneMobile),
  };
  const place = lines.find((joined) => joined.place !== "")?.place ?? "";
  const children = [...new Set(lines.flatMap((joined) => joined.children))].toSorted();
  const numbers = lines.map(({ line }) => line.line).toSorted((a, b) => a - b);
  return { key: guardianKey(facts, children[0] ?? "onde:"), lines: numbers, facts, place, children };
}

/** What makes two lines of one name one person: a child, an e-mail, a telephone or an address in common. */
function samePerson(lines: readonly JoinedLine[]): JoinedLine[][] {
  if (lines.length < 2) return [[...lines]];
  const union = new Union<JoinedLine>();
  for (const joined of lines) {
    union.add(joined);
    const { line, place, children } = joined;
    const marks = [line.email, line.phoneHome, line.phoneMobile, place, ...children];
    for (const mark of marks) if (mark !== "") union.mark(joined, mark);
  }
  return union.sets();
}

/**
 * Makes one adult of the lines that speak of the same person. Lines of one person that say two different
 * things (two addresses, two e-mails…) are all refused: which is right is the school's to say. Two lines of
 * one name with nothing in common are two people.
 */
export function mergeGuardians(lines: readonly JoinedLine[]): {
  guardians: FileGuardian[];
  refusals: Refusal[];
} {
  const guardians: FileGuardian[] = [];
  const refusals: Refusal[] = [];
  for (const namesakes of groupBy(lines, ({ line }) => personKey(line)).values()) {
    for (const same of samePerson(namesakes)) {
      const split = contradiction(same);
      if (split === undefined) {
        guardians.push(merge(same));
        continue;
      }
      const all = same.map(({ line }) => line.line).toSorted((a, b) => a - b);
      for (const { line } of same) {
        const others = all.filter((number) => number !== line.line);
        refusals.push({
          file: "responsables",
          scope: "line",
          line: line.line,
          column: split.column,
          reason: { code: "guardian_contradictory", lines: others, values: split.values },
        });
      }
    }
  }
  return { guardians, refusals };
}
