import { STORM_TOWN } from "../data/town.ts";
import { startServer } from "../server.ts";
import { fillServer } from "../towns.ts";

/** Writes the town of the storm in a data folder of its own, for a program to be started on. */
export async function writeStormData(dataDir: string): Promise<void> {
  await using own = new AsyncDisposableStack();
  await fillServer(await startServer(dataDir, own), [STORM_TOWN]);
}
