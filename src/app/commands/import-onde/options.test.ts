import { expect, test } from "vitest";
import { readImportOptions } from "./options.ts";
import { texts } from "./texts.fr.ts";

const FILES = ["--eleves", "e.csv", "--responsables", "r.csv"];

test("a dry run unless told otherwise", () =>
  expect(readImportOptions(FILES)).toEqual({
    ok: true,
    value: {
      eleves: "e.csv",
      responsables: "r.csv",
      authority: undefined,
      school: "",
      schoolYear: undefined,
      json: false,
      apply: undefined,
    },
  }));

test("applied with a legal basis", () =>
  expect(readImportOptions([...FILES, "--apply", "--legal-basis", " mission "])).toMatchObject({
    ok: true,
    value: { apply: { legalBasis: "mission" } },
  }));

test("a legal basis alone applies nothing", () =>
  expect(readImportOptions([...FILES, "--legal-basis", "mission"])).toMatchObject({
    value: { apply: undefined },
  }));

test.each([
  [["--apply"], texts.legalBasisMissing],
  [["--apply", "--legal-basis", "  "], texts.legalBasisMissing],
  [["--force"], texts.unknownOption],
  [["fichier.csv"], texts.unknownOption],
  [["--school"], texts.unknownOption],
])("%j is refused", (more, refusal) =>
  expect(readImportOptions([...FILES, ...more])).toEqual({ ok: false, refusal }),
);

test.each([
  [["--responsables", "r.csv"], texts.missing("--eleves")],
  [["--eleves", "e.csv"], texts.missing("--responsables")],
])("%j lacks a file", (args, refusal) => expect(readImportOptions(args)).toEqual({ ok: false, refusal }));
