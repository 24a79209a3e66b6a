import { authorityById } from "#identity";
import { payfipGateway } from "#payments";
import { openDatabase } from "#platform";

import { pollAttempts } from "../../../src/payments/attempts/poll.ts";
import { townId } from "../data/directory.ts";
import { startServer } from "../server.ts";
import type { PayingTown } from "./paying-town.ts";

/** What the job of every minute does, once, on the data of a program that is stopped: it does not wait for the minute. */
export async function pollOnce(dataDir: string, town: PayingTown, now: Temporal.Instant): Promise<void> {
  await using running = new AsyncDisposableStack();
  const pool = openDatabase(await startServer(dataDir, running), { role: "preau_program" });
  running.defer(() => pool.close());
  const authority = await authorityById(pool, townId(town), now);
  if (authority === undefined) throw new Error("The town is gone");
  const context = { authority, database: pool.schema(town.schema), now };
  await pollAttempts(context, ({ origin, account, mode }) =>
    payfipGateway({ origin, numcli: account, mode }),
  );
}
