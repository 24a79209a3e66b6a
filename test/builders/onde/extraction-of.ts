import { extractionOf, writeExtraction } from "../../../src/families/onde/generator/extraction.ts";
import type { GeneratedChild, GeneratedGuardian } from "../../../src/families/onde/generator/families.ts";
import { LEVELS } from "../../../src/families/onde/generator/levels.ts";

/** A child with what matters to a test; Léa DUPONT, born 4 March 2019, in « CE1 », otherwise. */
export function ondeChild(wanted: Partial<GeneratedChild> = {}): GeneratedChild {
  return {
    lastName: "DUPONT",
    usageName: "",
    firstName: "Léa",
    girl: true,
    birthDate: "2019-03-04",
    level: LEVELS[4] ?? LEVELS[0],
    className: "CE1",
    address: RUE,
    ...wanted,
  };
}

/** An address in Rue. */
export const RUE = { street: "12 rue des Dunes", postcode: "80120", commune: "Rue" };
/** Another, in Quend. */
export const QUEND = { street: "3 avenue de la Plage", postcode: "80120", commune: "Quend" };

/** An adult with what matters to a test; Claire DUPONT at the address in Rue otherwise. */
export function ondeGuardian(
  children: readonly GeneratedChild[],
  wanted: Partial<Omit<GeneratedGuardian, "children">> = {},
): GeneratedGuardian {
  return {
    civility: "Mme",
    lastName: "DUPONT",
    usageName: "",
    firstName: "Claire",
    address: RUE,
    email: "",
    phoneHome: "",
    phoneWork: "",
    phoneMobile: "",
    ...wanted,
    children,
  };
}

/** The two files for these adults and children; lines of adults in the order given. */
export function ondeFiles(
  guardians: readonly GeneratedGuardian[],
  children: readonly GeneratedChild[] = [...new Set(guardians.flatMap((one) => one.children))],
): { eleves: Uint8Array; responsables: Uint8Array } {
  const rows = (...of: GeneratedGuardian[]) =>
    extractionOf([{ kind: "single", children: [], guardians: of }]);
  const sorted = extractionOf([{ kind: "single", children, guardians: [] }]);
  return writeExtraction({
    children: children.flatMap((child) => sorted.children.filter(({ of }) => of === child)),
    guardians: guardians.flatMap((guardian) => rows(guardian).guardians),
  });
}
