import { disagreeingSlots } from "#bookings";
import { ok, refuse, type Result } from "#kernel";
import { openBackup, restoreBackup } from "#platform";

import { serverOfCommand } from "../command-database.ts";
import { texts } from "./texts.fr.ts";

/** `preau restore FILE`: a backup into an empty database. The file is read to its end before a server is touched. */
export async function restore([file, more]: readonly string[]): Promise<number> {
  const done =
    file === undefined || more !== undefined || file.startsWith("-")
      ? refuse(texts.restoreUsage)
      : await run(file);
  if (!done.ok) console.error(done.refusal);
  else console.log(done.value);
  return done.ok ? 0 : 1;
}

async function run(file: string): Promise<Result<string, string>> {
  const backup = await openBackup(file);
  if (!backup.ok) return refuse(backup.refusal.sentence);
  await using running = new AsyncDisposableStack();
  const server = await serverOfCommand(running);
  if (!server.ok) return server;
  const restored = await restoreBackup(backup.value, {
    connectionString: server.value,
    check: async (reads) => {
      const slots = await disagreeingSlots(reads);
      return slots === 0 ? undefined : texts.slotsDisagree(slots);
    },
  });
  return restored.ok ? ok(texts.restored(file, restored.value)) : refuse(restored.refusal.sentence);
}
