import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";

import { ok, refuse, type Result } from "#kernel";
import { backupDatabase } from "#platform";

import { serverOfCommand } from "../command-database.ts";
import { texts } from "./texts.fr.ts";

/** `preau backup FILE [--authority A]`: the database into one file, while the program goes on. */
export async function backup(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  const done = options.ok ? await run(options.value) : options;
  if (!done.ok) console.error(done.refusal);
  else console.log(done.value);
  return done.ok ? 0 : 1;
}

interface Options {
  file: string;
  authority: string | undefined;
}

function readOptions(args: readonly string[]): Result<Options, string> {
  try {
    const { positionals, values } = parseArgs({
      args: args.slice(),
      allowPositionals: true,
      options: { authority: { type: "string" } },
    });
    const [file, more] = positionals;
    return file === undefined || more !== undefined
      ? refuse(texts.backupUsage)
      : ok({ file, authority: values.authority });
  } catch {
    return refuse(texts.backupUsage);
  }
}

async function run({ file, authority }: Options): Promise<Result<string, string>> {
  await using running = new AsyncDisposableStack();
  const server = await serverOfCommand(running);
  if (!server.ok) return server;
  const made = await backupDatabase({
    connectionString: server.value,
    file,
    now: Temporal.Now.instant(),
    ...(authority === undefined ? {} : { authority }),
  });
  if (!made.ok) return refuse(made.refusal.sentence);
  return ok(texts.backedUp(file, (await stat(file)).size, made.value));
}
