import {
  CHILD_CELL,
  type Extraction,
  type ExtractionRow,
  extractionOf,
  GROUP_CELL,
  GUARDIAN_CELL,
} from "../../../src/families/onde/generator/extraction.ts";
import type {
  GeneratedChild,
  GeneratedFamily,
  GeneratedGuardian,
} from "../../../src/families/onde/generator/families.ts";
import type { Draw } from "../../../src/families/onde/generator/mulberry32.ts";
import type { RefusalReason, RefusalScope } from "../../../src/families/onde/rules/refusal.ts";

/** A refusal that a damaged extraction must bring, on that very line. */
export interface ExpectedRefusal {
  readonly row: ExtractionRow<unknown>;
  readonly scope: RefusalScope;
  readonly code: RefusalReason["code"];
}

type ChildRow = ExtractionRow<GeneratedChild>;
type GuardianRow = ExtractionRow<GeneratedGuardian>;

/** What a defect did to a family's lines. */
interface Damage {
  readonly children: ChildRow[];
  readonly guardians: GuardianRow[];
  readonly expected: ExpectedRefusal[];
  /** Adults' lines of which nothing is taken. */
  readonly lostGuardians: Set<GuardianRow>;
  /** Children who cannot be joined by anybody, or not by one line. */
  readonly lostChildren: Set<GeneratedChild>;
  readonly lostMentions: Map<GuardianRow, GeneratedChild>;
}

const withCell = <T>(row: ExtractionRow<T>, at: number, cell: string): ExtractionRow<T> => ({
  ...row,
  cells: row.cells.map((old, index) => (index === at ? cell : old)),
});

const replace = <T>(rows: T[], old: T, ...by: T[]): void => void rows.splice(rows.indexOf(old), 1, ...by);

type Defect = (damage: Damage, child: ChildRow, guardian: GuardianRow) => void;

const namers = (damage: Damage, child: GeneratedChild): GuardianRow[] =>
  damage.guardians.filter(({ of }) => of.children.includes(child));

/** The child's line is damaged: whoever names the child meets `then`. */
function spoilChild(
  spoil: (row: ChildRow) => ChildRow,
  code: RefusalReason["code"],
  then: RefusalReason["code"],
): Defect {
  return (damage, child) => {
    const row = spoil(child);
    replace(damage.children, child, row);
    damage.expected.push({ row, scope: "line", code });
    damage.lostChildren.add(child.of);
    for (const namer of namers(damage, child.of))
      damage.expected.push({ row: namer, scope: "child", code: then });
  };
}

/** The adult's line is damaged: nothing of it is taken. */
function spoilGuardian(spoil: (row: GuardianRow) => GuardianRow, code: RefusalReason["code"]): Defect {
  return (damage, _child, guardian) => {
    const row = spoil(guardian);
    replace(damage.guardians, guardian, row);
    damage.expected.push({ row, scope: "line", code });
    damage.lostGuardians.add(row);
  };
}

/** One cell of the adult's line is damaged: the rest is taken. */
function spoilCell(at: number, cell: string, code: RefusalReason["code"]): Defect {
  return (damage, _child, guardian) => {
    const row = withCell(guardian, at, cell);
    replace(damage.guardians, guardian, row);
    damage.expected.push({ row, scope: "cell", code });
  };
}

/** One child as the adult's line names it is damaged. */
function spoilMention(cellOfGroup: number, cell: string, code: RefusalReason["code"]): Defect {
  return (damage, child, guardian) => {
    const position =
      GUARDIAN_CELL.firstGroup + GROUP_CELL.length * guardian.of.children.indexOf(child.of) + cellOfGroup;
    const row = withCell(guardian, position, cell);
    replace(damage.guardians, guardian, row);
    damage.expected.push({ row, scope: "child", code });
    damage.lostMentions.set(row, child.of);
  };
}

/** A second line for the child: whoever names it is refused, for it could be either. */
function doubleChild(other: (row: ChildRow) => ChildRow, each: RefusalReason["code"]): Defect {
  return (damage, child) => {
    const double = other({ ...child, cells: [...child.cells] });
    replace(damage.children, child, child, double);
    damage.lostChildren.add(child.of);
    for (const row of [child, double]) damage.expected.push({ row, scope: "line", code: each });
    for (const row of namers(damage, child.of)) {
      damage.expected.push({ row, scope: "line", code: "child_ambiguous" });
      damage.lostGuardians.add(row);
    }
  };
}

/** Every way in which a test can damage an extraction. */
export const DEFECTS = {
  quotes: spoilChild(
    (row) => ({ ...row, raw: row.cells.map((cell, i) => (i === 0 ? `"${cell}` : `"${cell}"`)).join(";") }),
    "quotes_broken",
    "child_not_found",
  ),
  dateUnreadable: spoilChild(
    (row) => withCell(row, CHILD_CELL.birthDate, "2019-02-30"),
    "date_unreadable",
    "child_line_refused",
  ),
  dateToCome: spoilChild(
    (row) => withCell(row, CHILD_CELL.birthDate, "2062-01-01"),
    "date_out_of_range",
    "child_line_refused",
  ),
  firstNameMissing: spoilChild(
    (row) => withCell(row, CHILD_CELL.firstName, " "),
    "value_missing",
    "child_not_found",
  ),
  mojibake: spoilChild(
    (row) => withCell(row, CHILD_CELL.lastName, "LEFÃ©VRE"),
    "encoding_broken",
    "child_not_found",
  ),
  childTwice: doubleChild((row) => row, "child_twice"),
  homonym: doubleChild((row) => withCell(row, CHILD_CELL.birthDate, "2013-12-31"), "child_without_guardian"),
  tooManyCells: spoilGuardian(
    (row) => ({ ...row, cells: [...row.cells.slice(0, 4), ...Array.from({ length: 60 }, () => "x")] }),
    "too_many_cells",
  ),
  lastNameMissing: spoilGuardian((row) => withCell(row, GUARDIAN_CELL.lastName, ""), "value_missing"),
  postcode: spoilGuardian((row) => withCell(row, GUARDIAN_CELL.postcode, "8012"), "postcode_malformed"),
  controlCharacter: spoilGuardian(
    (row) => withCell(row, GUARDIAN_CELL.commune, "Rue\u0000"),
    "control_character",
  ),
  tooLong: spoilGuardian((row) => withCell(row, GUARDIAN_CELL.street, "r".repeat(201)), "value_too_long"),
  contradiction: ((damage, _child, guardian) => {
    const other = withCell(guardian, GUARDIAN_CELL.street, "1 chemin sans pareil");
    replace(damage.guardians, guardian, guardian, other);
    for (const row of [guardian, other]) {
      damage.expected.push({ row, scope: "line", code: "guardian_contradictory" });
      damage.lostGuardians.add(row);
    }
  }) satisfies Defect,
  noChild: ((damage, _child, guardian) => {
    const other = { ...guardian, cells: guardian.cells.slice(0, GUARDIAN_CELL.firstGroup) };
    replace(damage.guardians, guardian, guardian, other);
    damage.expected.push({ row: other, scope: "line", code: "no_child_mentioned" });
    damage.lostGuardians.add(other);
  }) satisfies Defect,
  childUnknown: spoilMention(GROUP_CELL.firstName, "Zébulon", "child_not_found"),
  otherClass: spoilMention(GROUP_CELL.className, "Classe de nulle part", "child_class_differs"),
  mentionEmpty: spoilMention(GROUP_CELL.firstName, "", "value_missing"),
  email: spoilCell(GUARDIAN_CELL.email, "pas une adresse", "email_malformed"),
  phone: spoilCell(GUARDIAN_CELL.phoneMobile, "06 12", "phone_malformed"),
  civility: spoilCell(GUARDIAN_CELL.civility, "Dr", "civility_unknown"),
} as const satisfies Readonly<Record<string, Defect>>;

export type DefectName = keyof typeof DEFECTS;

/** A damaged extraction, what it must bring, and who remains. */
export interface DamagedExtraction {
  readonly extraction: Extraction;
  readonly expected: readonly ExpectedRefusal[];
  /** Children that must be planned all the same. */
  readonly kept: readonly GeneratedChild[];
  /** Lines of adults that must be planned all the same. */
  readonly keptGuardians: readonly GuardianRow[];
}

/**
 * Damages one family for each defect, and works out by itself, from what each defect means, every refusal
 * that must follow: a child whom no remaining line names is left without an adult.
 */
export function damage(
  families: readonly GeneratedFamily[],
  defects: readonly DefectName[],
  draw: Draw,
): DamagedExtraction {
  const children: ChildRow[] = [];
  const guardians: GuardianRow[] = [];
  const expected: ExpectedRefusal[] = [];
  const kept: GeneratedChild[] = [];
  const keptGuardians: GuardianRow[] = [];
  families.forEach((family, index) => {
    const rows = extractionOf([family]);
    const done: Damage = {
      children: [...rows.children],
      guardians: [...rows.guardians],
      expected: [],
      lostGuardians: new Set(),
      lostChildren: new Set(),
      lostMentions: new Map(),
    };
    const defect = defects[index];
    const guardian = done.guardians[draw.between(0, done.guardians.length - 1)];
    const named = guardian?.of.children[draw.between(0, guardian.of.children.length - 1)];
    const child = done.children.find(({ of }) => of === named);
    if (defect !== undefined && child !== undefined && guardian !== undefined)
      DEFECTS[defect](done, child, guardian);
    const taken = new Set<GuardianRow>();
    for (const row of done.children) {
      if (done.lostChildren.has(row.of)) continue;
      const holders = done.guardians.filter(
        (one) =>
          one.of.children.includes(row.of) &&
          !done.lostGuardians.has(one) &&
          done.lostMentions.get(one) !== row.of,
      );
      for (const holder of holders) taken.add(holder);
      if (holders.length > 0) kept.push(row.of);
      else done.expected.push({ row, scope: "line", code: "child_without_guardian" });
    }
    children.push(...done.children);
    guardians.push(...done.guardians);
    expected.push(...done.expected);
    keptGuardians.push(...taken);
  });
  return { extraction: { children, guardians }, expected, kept, keptGuardians };
}
