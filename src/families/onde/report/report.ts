import { countOf, joinList } from "#kernel";
import type { FileReading } from "../parse/open-file.ts";
import type { OndePlan, PlannedHousehold, PlannedRecord } from "../rules/plan.ts";
import { printable } from "../rules/printable.ts";
import type { OndeFile, Refusal } from "../rules/refusal.ts";
import { refusalText } from "./refusals.fr.ts";
import { ACTION, ENCODING, FIELD, FILE } from "./texts.fr.ts";
import { type Totals, totalsOf } from "./totals.ts";

/** What a report is about. */
export interface Reported {
  readonly plan: OndePlan;
  readonly readings: Readonly<Record<OndeFile, FileReading>>;
}

const quoted = (value: string): string => `« ${printable(value)} »`;

function linesText(file: OndeFile, lines: readonly number[]): string {
  return `${FILE[file]}, ${lines.length === 1 ? "ligne" : "lignes"} ${joinList(lines.map(String))}`;
}

/** One refusal on one line: where, what was written, why, what to do. */
export function refusalLine(refusal: Refusal): string {
  const where = [
    `Fichier des ${FILE[refusal.file]}`,
    ...(refusal.line === undefined ? [] : [`ligne ${refusal.line}`]),
    ...(refusal.column === undefined ? [] : [`colonne ${quoted(refusal.column)}`]),
    ...(refusal.value ? [`valeur ${quoted(refusal.value)}`] : []),
  ];
  const { why, todo } = refusalText(refusal.reason);
  return `${where.join(", ")} : ${why} ${todo}`;
}

function cells<Field extends keyof typeof FIELD>(record: PlannedRecord<string, Field>): string {
  if (record.action === "change") {
    const changed = record.changes.map(
      ({ field, before, after }) =>
        `${FIELD[field]} : ${before === "" ? "vide" : quoted(before)} → ${quoted(after)}`,
    );
    return changed.join(" ; ");
  }
  const filled: string[] = [];
  for (const field in record.values) {
    const value = record.values[field];
    if (value !== "") filled.push(`${FIELD[field]} : ${printable(value)}`);
  }
  return filled.join(" ; ");
}

const inLineOrder = <T extends { readonly lines: readonly number[] }>(records: readonly T[]): T[] =>
  records.toSorted((a, b) => (a.lines[0] ?? 0) - (b.lines[0] ?? 0));

function* people<Field extends keyof typeof FIELD>(
  file: OndeFile,
  what: string,
  records: readonly (PlannedRecord<string, Field> & {
    readonly values: { readonly lastName: string; readonly firstName: string };
  })[],
): Generator<string> {
  for (const record of inLineOrder(records)) {
    if (record.action === "unchanged") continue;
    const name =
      record.action === "change"
        ? ` ${printable(`${record.values.lastName} ${record.values.firstName}`)}`
        : "";
    yield `${linesText(file, record.lines)} : ${ACTION[record.action]} ${what}${name} – ${cells(record)}`;
  }
}

function* households(plan: OndePlan): Generator<string> {
  const names = namesOf(plan);
  const nameOf = (key: string): string => printable(names.get(key) ?? key);
  const joining = (one: PlannedHousehold): string => {
    const adults = joinList(one.newGuardians.map(nameOf));
    const children = joinList(one.newChildren.map(({ key }) => nameOf(key)));
    return [adults && `adultes : ${adults}`, children && `enfants : ${children}`].filter(Boolean).join(" ; ");
  };
  for (const one of inLineOrder(plan.households)) {
    const who = joining(one);
    if (one.action === "unchanged" && who === "") continue;
    const act = one.action === "unchanged" ? "compléter" : ACTION[one.action];
    const said = [one.action === "unchanged" ? "" : cells(one), who].filter(Boolean).join(" ; ");
    yield `${linesText("responsables", one.lines)} : ${act} le foyer – ${said}`;
  }
}

/** What an agent corrected or decided, and the file says otherwise: told, never written. */
function* keptByHand(plan: OndePlan): Generator<string> {
  const cellsOf = (
    kept:
      | OndePlan["guardians"][number]["kept"]
      | OndePlan["children"][number]["kept"]
      | OndePlan["households"][number]["kept"],
  ): string =>
    kept
      .map(
        ({ field, before, after }) =>
          `${FIELD[field]} : gardé ${before === "" ? "vide" : quoted(before)}, le fichier dit ${quoted(after)}`,
      )
      .join(" ; ");
  for (const [file, records] of [
    ["eleves", plan.children],
    ["responsables", plan.guardians],
  ] as const) {
    for (const { kept, lines, values } of inLineOrder<
      OndePlan["children"][number] | OndePlan["guardians"][number]
    >(records)) {
      if (kept.length > 0)
        yield `${linesText(file, lines)} : ${printable(`${values.lastName} ${values.firstName}`)} – ${cellsOf(kept)}`;
    }
  }
  const names = namesOf(plan);
  for (const { kept, keptOut, lines, values } of inLineOrder(plan.households)) {
    const out = keptOut.map(
      (key) => `${printable(names.get(key) ?? key)} n’est plus du foyer, le fichier l’y met`,
    );
    const said = [kept.length === 0 ? "" : cellsOf(kept), ...out].filter(Boolean).join(" ; ");
    if (said !== "") yield `${linesText("responsables", lines)} : foyer ${printable(values.label)} – ${said}`;
  }
}

const namesOf = (plan: OndePlan): ReadonlyMap<string, string> =>
  new Map(
    [...plan.children, ...plan.guardians].map(({ key, values }) => [
      key,
      `${values.lastName} ${values.firstName}`,
    ]),
  );

const count = (n: number): string => n.toLocaleString("fr-FR");

function* totalLines(totals: Totals): Generator<string> {
  for (const file of ["eleves", "responsables"] as const) {
    const { read, refused } = totals.lines[file];
    yield `Fichier des ${FILE[file]} : ${countOf(read, "ligne lue", "lignes lues")}, ${countOf(refused, "refusée")}.`;
  }
  for (const [what, of] of [
    ["Enfants", totals.children],
    ["Responsables", totals.guardians],
    ["Foyers", totals.households],
  ] as const) {
    yield `${what} : ${count(of.create)} à créer, ${count(of.change)} à modifier, ${count(of.unchanged)} sans changement.`;
  }
  yield `Rattachements à un foyer : ${count(totals.joins)}. Départs possibles : ${count(totals.leavers)}. Refus : ${count(totals.refusals)}.`;
}

function* section(title: string, lines: Iterable<string>): Generator<string> {
  let started = false;
  for (const line of lines) {
    if (!started) yield* ["", title];
    started = true;
    yield `  ${line}`;
  }
}

/**
 * Tells in French, line by line and column by column, what an import would create, change and refuse.
 * Lines are given one by one: a report of 50,000 children is never one text in memory.
 */
export function* frenchReport({ plan, readings }: Reported): Generator<string> {
  yield `Import Onde, année scolaire ${plan.schoolYear}`;
  for (const file of ["eleves", "responsables"] as const) {
    const { encoding, unreadColumns } = readings[file];
    const unread =
      unreadColumns.length === 0
        ? ""
        : ` ; colonnes laissées de côté : ${unreadColumns.map(printable).join(", ")}`;
    yield `Fichier des ${FILE[file]} : codage ${ENCODING[encoding]}${unread}`;
  }
  yield* section("Refus", plan.refusals.map(refusalLine));
  yield* section("Enfants", people("eleves", "l’enfant", plan.children));
  yield* section("Responsables", people("responsables", "le responsable", plan.guardians));
  yield* section("Foyers", households(plan));
  yield* section(
    "Gardé comme un agent l’a écrit : le fichier dit autre chose (demandez à la famille, puis corrigez le dossier ou prévenez l’école)",
    keptByHand(plan),
  );
  yield* section(
    "Départs possibles : enfants de l’espace que le fichier ne nomme pas (rien n’est supprimé)",
    plan.leavers.map((one) =>
      [`${one.lastName} ${one.firstName}`, one.birthDate, one.schoolName]
        .filter(Boolean)
        .map(printable)
        .join(", "),
    ),
  );
  yield* section("Total", totalLines(totalsOf(plan, readings)));
}
