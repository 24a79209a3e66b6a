import { parseArgs } from "node:util";

import { ok, refuse, type Result } from "#kernel";

import { texts } from "./texts.fr.ts";

/** What `preau authority create` is given. */
export interface CreateOptions {
  name: string;
  host: string;
  adminEmail: string;
}

const OPTIONS = {
  name: { type: "string" },
  host: { type: "string" },
  "admin-email": { type: "string" },
} as const;

/** Reads « --name x --host y --admin-email z », all three required; a refusal names the option in a sentence. */
export function readCreateOptions(args: readonly string[]): Result<CreateOptions, string> {
  const values = parse(args);
  if (values === undefined) return refuse(texts.unknownOption);
  const { name, host, "admin-email": adminEmail } = values;
  if (name === undefined) return refuse(texts.missing("--name"));
  if (host === undefined) return refuse(texts.missing("--host"));
  if (adminEmail === undefined) return refuse(texts.missing("--admin-email"));
  return ok({ name, host, adminEmail });
}

/** Undefined when an option is unknown or stands without its value: parseArgs throws then. */
function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch {
    return undefined;
  }
}
