import { refuse, type Result } from "#kernel";

import { readSettings } from "../../settings.ts";
import { commandDatabase, type CommandDatabase } from "../command-database.ts";
import { linkFromCommand, listFromCommand, logoFromCommand } from "./actions.ts";
import { createFromCommand } from "./create.ts";
import { texts } from "./texts.fr.ts";

/** `preau authority create | list | link | logo`: the authorities of this server. Prints; returns the exit code. */
export async function authority(args: readonly string[]): Promise<number> {
  const done = await run(args);
  if (!done.ok) {
    console.error(done.refusal);
    return 1;
  }
  console.log(done.value.join("\n"));
  return 0;
}

async function run([action = "", ...args]: readonly string[]): Promise<Result<string[], string>> {
  const act = actions[action];
  if (act === undefined) return refuse(texts.unknownAction(action));
  const settings = readSettings(process.env);
  if (!settings.ok) return settings;
  await using running = new AsyncDisposableStack();
  const opened = await commandDatabase(running);
  if (!opened.ok) return opened;
  const { publicUrl } = settings.value;
  // Awaited here: the database is closed when this function is left.
  return await act(args, { ...opened.value, publicUrl });
}

type Place = CommandDatabase & { publicUrl: URL };

const actions: Readonly<
  Record<string, (args: readonly string[], place: Place) => Promise<Result<string[], string>>>
> = {
  create: createFromCommand,
  list: (_args, { database, publicUrl }) => listFromCommand(database, publicUrl),
  link: linkFromCommand,
  logo: logoFromCommand,
};
