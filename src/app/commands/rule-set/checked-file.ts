import { ok, refuse, type Result } from "#kernel";

import { checkText } from "../../ruleset/check-text.ts";
import type { LocatedFinding } from "../../ruleset/read-text.ts";
import type { RuleSet } from "../../ruleset/schema.ts";
import { readInputFile } from "../read-input-file.ts";
import { texts } from "./texts.fr.ts";

/** A file of the command line that was read and checked. */
export interface CheckedFile {
  text: string;
  /** Undefined where the file was refused. */
  ruleSet: RuleSet | undefined;
  /** A line for each finding, then how many there are. */
  report: readonly string[];
}

/** Reads and checks the file; refuses one that is not there. */
export async function checkedFile(path: string | undefined): Promise<Result<CheckedFile, string>> {
  if (path === undefined) return refuse(texts.fileMissing);
  const bytes = await readInputFile(path, { mostMegabytes: 5 });
  if (!bytes.ok) return bytes;
  const text = new TextDecoder().decode(bytes.value);
  const { ruleSet, findings } = checkText(text);
  return ok({
    text,
    ruleSet,
    report: [...findings.map((finding) => lineOf(path, finding)), countsOf(findings)],
  });
}

function lineOf(path: string, { line, kind, sentence }: LocatedFinding): string {
  return `${path}:${line} ${texts.kinds[kind]} : ${sentence}`;
}

function countsOf(findings: readonly LocatedFinding[]): string {
  const refusals = findings.filter(({ kind }) => kind === "refused").length;
  return texts.counts(refusals, findings.length - refusals);
}
