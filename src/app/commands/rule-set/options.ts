import { parseArgs } from "node:util";

import { ok, refuse, type Result } from "#kernel";

import { texts } from "./texts.fr.ts";

const OPTIONS = {
  authority: { type: "string" },
  from: { type: "string" },
  on: { type: "string" },
  activity: { type: "string" },
  unit: { type: "string" },
  slot: { type: "string" },
  case: { type: "string" },
  apply: { type: "boolean", default: false },
} as const;

/** What « preau rules … » is given: a file for most of its actions, then options. */
export interface RulesOptions {
  file: string | undefined;
  authority: string | undefined;
  from: Temporal.PlainDate | undefined;
  on: Temporal.PlainDate | undefined;
  activity: string | undefined;
  unit: string | undefined;
  slot: Temporal.PlainDate | undefined;
  /** A file with the case to price. */
  case: string | undefined;
  apply: boolean;
}

/** Reads the options; a refusal names the one at fault in a sentence. */
export function readRulesOptions(args: readonly string[]): Result<RulesOptions, string> {
  const parsed = parse(args);
  if (parsed === undefined || parsed.positionals.length > 1) return refuse(texts.unknownOption);
  const { authority, activity, unit, case: chargeCase, apply, ...written } = parsed.values;
  const dates = { from: dateOf(written.from), on: dateOf(written.on), slot: dateOf(written.slot) };
  for (const [option, date] of Object.entries(dates))
    if (date === null) return refuse(texts.notADay(`--${option}`));
  return ok({
    file: parsed.positionals[0],
    authority,
    activity,
    unit,
    case: chargeCase,
    apply,
    from: dates.from ?? undefined,
    on: dates.on ?? undefined,
    slot: dates.slot ?? undefined,
  });
}

/** Undefined where it was not given, null where it is no day. */
function dateOf(text: string | undefined): Temporal.PlainDate | null | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: "reject" });
  } catch {
    return null;
  }
}

/** Undefined when an option is unknown or stands without its value: parseArgs throws then. */
function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    return undefined;
  }
}
