import { parseArgs } from "node:util";

import { openVault, rotateKeys } from "#documents";
import { ok, refuse, type Result } from "#kernel";

import { readSettings } from "../../settings.ts";
import { chosenAuthority } from "../chosen-authority.ts";
import { commandDatabase } from "../command-database.ts";
import { texts } from "./texts.fr.ts";

/** `preau keys rotate [--authority HOST]`: a new key closes the documents of an authority, while the program goes on. */
export async function keys(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const done = options.ok ? await rotate(options.value) : options;
  if (done.ok) console.log(done.value);
  else console.error(done.refusal);
  return done.ok ? 0 : 1;
}

function readOptions(args: readonly string[]): Result<{ host: string | undefined }, string> {
  try {
    const options = { authority: { type: "string" } } as const;
    const { positionals, values } = parseArgs({ args: args.slice(), allowPositionals: true, options });
    const [action, more] = positionals;
    return action === "rotate" && more === undefined ? ok({ host: values.authority }) : refuse(texts.usage);
  } catch {
    return refuse(texts.usage);
  }
}

async function rotate({ host }: { host: string | undefined }): Promise<Result<string, string>> {
  const settings = readSettings(process.env);
  if (!settings.ok) return settings;
  await using running = new AsyncDisposableStack();
  const opened = await commandDatabase(running);
  if (!opened.ok) return opened;
  const now = Temporal.Now.instant();
  const authority = await chosenAuthority(opened.value.database, host, now);
  if (!authority.ok) return authority;
  const { id, name, database } = authority.value;
  const files = await rotateKeys(database, openVault(settings.value.vault).keys, id, now);
  return ok(texts.rotated(name, files, settings.value.vault.keysDir));
}
