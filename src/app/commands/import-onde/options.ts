import { parseArgs } from "node:util";

import { ok, refuse, type Result } from "#kernel";

import { texts } from "./texts.fr.ts";

/** What `preau import onde` is given. */
export interface ImportOptions {
  /** Paths of the two files. */
  eleves: string;
  responsables: string;
  /** Host of the authority; may be left out when there is only one. */
  authority: string | undefined;
  school: string;
  schoolYear: string | undefined;
  json: boolean;
  /** The legal basis, when the import is to be applied; without it, a dry run. */
  apply: { legalBasis: string } | undefined;
}

const OPTIONS = {
  eleves: { type: "string" },
  responsables: { type: "string" },
  authority: { type: "string" },
  school: { type: "string", default: "" },
  "school-year": { type: "string" },
  "legal-basis": { type: "string" },
  json: { type: "boolean", default: false },
  apply: { type: "boolean", default: false },
} as const;

/** Reads the options; a refusal names the one at fault in a sentence. `--apply` asks for a legal basis. */
export function readImportOptions(args: readonly string[]): Result<ImportOptions, string> {
  const values = parse(args);
  if (values === undefined) return refuse(texts.unknownOption);
  const { eleves, responsables, authority, school, json } = values;
  if (eleves === undefined) return refuse(texts.missing("--eleves"));
  if (responsables === undefined) return refuse(texts.missing("--responsables"));
  const legalBasis = values["legal-basis"]?.trim() ?? "";
  if (values.apply && legalBasis === "") return refuse(texts.legalBasisMissing);
  return ok({
    eleves,
    responsables,
    authority,
    school,
    schoolYear: values["school-year"],
    json,
    apply: values.apply ? { legalBasis } : undefined,
  });
}

/** Undefined when an option is unknown or stands without its value: parseArgs throws then. */
function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch {
    return undefined;
  }
}
