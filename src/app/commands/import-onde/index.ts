import { userInfo } from "node:os";

import { applyOndeImport, frenchReport, jsonReport, planOndeImport, type OndeOutcome } from "#families";
import { authorityByHost, listAuthorities } from "#identity";
import { ok, refuse, type Result } from "#kernel";
import type { Database, SchemaDatabase } from "#platform";

import { commandDatabase } from "../command-database.ts";
import { readImportOptions, type ImportOptions } from "./options.ts";
import { print } from "./print.ts";
import { readInputFile } from "./read-input-file.ts";
import { texts } from "./texts.fr.ts";

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
    await readInputFile(options.eleves),
    await readInputFile(options.responsables),
  ];
  if (!eleves.ok) return eleves;
  if (!responsables.ok) return responsables;
  await using running = new AsyncDisposableStack();
  const opened = await commandDatabase(running);
  if (!opened.ok) return opened;
  const at = Temporal.Now.instant();
  const database = await databaseOf(opened.value.database, options.authority, at);
  if (!database.ok) return database;
  const input = {
    files: { eleves: eleves.value, responsables: responsables.value },
    schoolName: options.school,
    schoolYear: options.schoolYear,
    at,
  };
  const by = { accountId: null, byLabel: texts.byLabel(userInfo().username) };
  const outcome = options.apply
    ? await applyOndeImport(database.value, input, { ...by, ...options.apply })
    : await planOndeImport(database.value, input);
  if (!("code" in outcome)) return ok(outcome);
  return refuse(outcome.code === "legal-basis-missing" ? texts.legalBasisMissing : texts.schoolYearMalformed);
}

/** The authority's schema: the one of the host, or the only one. */
async function databaseOf(
  database: Database,
  host: string | undefined,
  now: Temporal.Instant,
): Promise<Result<SchemaDatabase, string>> {
  if (host !== undefined) {
    const asked = await authorityByHost(database, host.toLowerCase(), now);
    return asked === undefined ? refuse(texts.unknownHost(host)) : ok(database.schema(asked.schema));
  }
  const all = await listAuthorities(database);
  const [only, other] = all;
  if (only === undefined || other !== undefined)
    return refuse(texts.whichAuthority(all.map((one) => one.host)));
  return ok(database.schema(only.schema));
}
