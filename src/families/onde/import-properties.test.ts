import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { applyInMemory } from "../../../test/builders/onde/apply-in-memory.ts";
import { damage, type DefectName, DEFECTS } from "../../../test/builders/onde/defects.ts";
import { type Extraction, extractionOf, writeExtraction } from "./generator/extraction.ts";
import { generateFamilies } from "./generator/families.ts";
import { mulberry32 } from "./generator/mulberry32.ts";
import { shuffleExtraction } from "../../../test/builders/onde/shuffle.ts";
import { readOndeFiles } from "./read-files.ts";
import { makePlan } from "./rules/make-plan.ts";
import { type OndePlan, writesNothing } from "./rules/plan.ts";
import { childKey } from "./rules/people.ts";
import type { Snapshot } from "./rules/snapshot.ts";

// Many runs on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const EMPTY: Snapshot = { children: [], guardians: [], households: [] };
const TODAY = Temporal.PlainDate.from("2026-09-10");
const byNumber = (a: number, b: number) => a - b;

function planOf(extraction: Extraction, snapshot: Snapshot = EMPTY): OndePlan {
  const { lines } = readOndeFiles(writeExtraction(extraction), TODAY);
  return makePlan(lines, snapshot, { schoolYear: "2026-2027", schoolName: "École de Rue" });
}

const seeds = fc.integer({ min: 0, max: 1_000_000 });
const sizes = fc.integer({ min: 1, max: 60 });
const names = Object.keys(DEFECTS).filter((name): name is DefectName => name in DEFECTS);
const defectLists = fc.array(fc.constantFrom(...names), { maxLength: 12 });

test("an undamaged extraction is taken whole", () => {
  fc.assert(
    fc.property(seeds, sizes, (seed, children) => {
      const families = generateFamilies({ seed, children });
      const plan = planOf(extractionOf(families));
      expect(plan.refusals).toEqual([]);
      expect(plan.children).toHaveLength(children);
      expect(plan.guardians).toHaveLength(families.reduce((n, { guardians }) => n + guardians.length, 0));
      const homes = families.reduce(
        (n, { kind }) => n + (kind === "separated" || kind === "blended" ? 2 : 1),
        0,
      );
      expect(plan.households).toHaveLength(homes);
    }),
    { numRuns: 40 },
  );
});

test("k defects bring their refusals, no other, and every other line is taken", () => {
  fc.assert(
    fc.property(seeds, defectLists, (seed, defects) => {
      const families = generateFamilies({ seed, children: 60, distinctNames: true });
      const draw = mulberry32(seed);
      const damaged = damage(families, defects.slice(0, families.length), draw);
      const extraction = shuffleExtraction(damaged.extraction, draw);
      const plan = planOf(extraction);

      const lineOf = new Map<unknown, string>([
        ...extraction.children.map((row, index) => [row, `eleves ${index + 2}`] as const),
        ...extraction.guardians.map((row, index) => [row, `responsables ${index + 2}`] as const),
      ]);
      const expected = damaged.expected.map(({ row, scope, code }) => `${lineOf.get(row)} ${scope} ${code}`);
      const found = plan.refusals.map(
        ({ file, line, scope, reason }) => `${file} ${line} ${scope} ${reason.code}`,
      );
      expect(found.toSorted()).toEqual(expected.toSorted());
      expect(plan.children.map(({ key }) => key)).toEqual(damaged.kept.map(childKey).toSorted());
      expect(plan.guardians.flatMap(({ lines }) => lines).toSorted(byNumber)).toEqual(
        damaged.keptGuardians.map((row) => Number(lineOf.get(row)?.split(" ")[1])).toSorted(byNumber),
      );
    }),
    { numRuns: 100 },
  );
});

test("every defect is met", () => {
  // Guards the property above against a defect that would damage nothing.
  for (const name of names) {
    const damaged = damage(generateFamilies({ seed: 3, children: 12 }), [name], mulberry32(1));
    expect(damaged.expected, name).not.toEqual([]);
  }
});

test("applying twice changes nothing, and refuses the same lines", () => {
  fc.assert(
    fc.property(seeds, defectLists, (seed, defects) => {
      const families = generateFamilies({ seed, children: 40 });
      const { extraction } = damage(families, defects.slice(0, families.length), mulberry32(seed));
      const first = planOf(extraction);
      const again = planOf(extraction, applyInMemory(EMPTY, first));
      expect(writesNothing(again)).toBe(true);
      expect(again.refusals).toEqual(first.refusals);
      expect(again.leavers).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test("the order of the lines does not matter", () => {
  const withoutLines = (plan: OndePlan): unknown =>
    JSON.parse(JSON.stringify({ ...plan, refusals: plan.refusals.length }), (key: string, value: unknown) =>
      key === "lines" ? undefined : value,
    );
  fc.assert(
    fc.property(seeds, defectLists, (seed, defects) => {
      const families = generateFamilies({ seed, children: 40 });
      const draw = mulberry32(seed);
      const { extraction } = damage(families, defects.slice(0, families.length), draw);
      expect(withoutLines(planOf(shuffleExtraction(extraction, draw)))).toEqual(
        withoutLines(planOf(extraction)),
      );
    }),
    { numRuns: 50 },
  );
});

test("whatever the bytes, the import answers", () => {
  const noise = fc.uint8Array({ maxLength: 400 });
  const { eleves, responsables } = writeExtraction(extractionOf(generateFamilies({ seed: 5, children: 6 })));
  const spliced = (bytes: Uint8Array) =>
    fc
      .tuple(fc.nat(bytes.length), noise)
      .map(([at, dirt]) => Buffer.concat([bytes.subarray(0, at), dirt, bytes.subarray(at)]));
  fc.assert(
    fc.property(fc.oneof(noise, spliced(eleves)), fc.oneof(noise, spliced(responsables)), (one, other) => {
      const { lines } = readOndeFiles({ eleves: one, responsables: other }, TODAY);
      makePlan(lines, EMPTY, { schoolYear: "2026-2027", schoolName: "" });
    }),
    { numRuns: 300 },
  );
});
