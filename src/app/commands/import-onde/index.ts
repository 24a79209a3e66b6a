import { userInfo } from "node:os";

import { applyOndeImport, frenchReport, jsonReport, planOndeImport, type OndeOutcome } from "#families";
import { ok, refuse, type Result } from "#kernel";
import { chosenAuthority } from "../chosen-authority.ts";
import { commandDatabase } from "../command-database.ts";
import { print } from "../print.ts";
import { readInputFile } from "../read-input-file.ts";
import { readImportOptions, type ImportOptions } from "./options.ts";
import { texts } from "./texts.fr.ts";

/** A hundred thousand children take 25 MB. */
const SIZE = { mostMegabytes: 200 };

/**
 * `preau import onde --eleves F --responsables F`: says what the two files of the school register would
 * create, change and refuse; writes it only with `--apply` and a legal basis. Prints; returns the exit code.
 */
export async function importCommand([source = "", ...args]: readonly string[]): Promise<number> {
  const options = source === "onde" ? readImportOptions(args) : refuse(texts.unknownSource(source));
  const done = options.ok ? await runImport(options.value) : options;
  if (!done.ok) {
    console.error(done.refusal);
    return 1;
  }
  const outcome = done.value;
  if (options.ok && options.value.json) await print(jsonReport(outcome, outcome.state === "applied"));
  else await print(lines(frenchReport(outcome), "", conclusions[outcome.state]));
  return outcome.state === "file-refused" ? 1 : 0;
}

const conclusions: Readonly<Record<OndeOutcome["state"], string>> = {
  planned: texts.planned,
  applied: texts.applied,
  "nothing-to-write": texts.nothingToWrite,
  "file-refused": texts.fileRefused,
};

function* lines(report: Iterable<string>, ...end: readonly string[]): Generator<string> {
  for (const line of report) yield `${line}\n`;
  for (const line of end) yield `${line}\n`;
}

async function runImport(options: ImportOptions): Promise<Result<OndeOutcome, string>> {
  const [eleves, responsables] = [
    await readInputFile(options.eleves, SIZE),
    await readInputFile(options.responsables, SIZE),
  ];
  if (!eleves.ok) return eleves;
  if (!responsables.ok) return responsables;
  await using running = new AsyncDisposableStack();
  const opened = await commandDatabase(running);
  if (!opened.ok) return opened;
  const at = opened.value.now;
  const authority = await chosenAuthority(opened.value.database, options.authority, at);
  if (!authority.ok) return authority;
  const { database } = authority.value;
  const input = {
    files: { eleves: eleves.value, responsables: responsables.value },
    schoolName: options.school,
    schoolYear: options.schoolYear,
    at,
  };
  const by = { accountId: null, byLabel: texts.byLabel(userInfo().username) };
  const outcome = options.apply
    ? await applyOndeImport(database, input, { ...by, ...options.apply })
    : await planOndeImport(database, input);
  if (!("code" in outcome)) return ok(outcome);
  return refuse(outcome.code === "legal-basis-missing" ? texts.legalBasisMissing : texts.schoolYearMalformed);
}
