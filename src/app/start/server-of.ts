import type { Logger } from "pino";

import { refuse, ok, type Result } from "#kernel";
import { reachDatabase, startEmbeddedPostgres } from "#platform";

import type { Settings } from "../settings.ts";
import { texts } from "../texts.fr.ts";

/** The PostgreSQL in use: how its owner connects, and where its data lie, for the technician. */
export interface Server {
  connectionString: string;
  where: string;
}

/**
 * The server of the settings: the authority's own, which must answer, or the embedded one, started here and
 * stopped when `running` is.
 */
export async function serverOf(
  settings: Settings,
  log: Logger,
  running: AsyncDisposableStack,
): Promise<Result<Server, string>> {
  if (settings.databaseUrl !== null) {
    const why = await reachDatabase(settings.databaseUrl);
    if (why !== undefined) return refuse(texts.databaseUnreachable(why));
    return ok({ connectionString: settings.databaseUrl, where: hostOf(settings.databaseUrl) });
  }
  const embedded = await startEmbeddedPostgres({
    dataDir: settings.dataDir,
    log: (sentence) => log.warn(sentence),
  });
  if (!embedded.ok) return refuse(embedded.refusal.sentence);
  running.defer(() => embedded.value.stop());
  return ok({ connectionString: embedded.value.connectionString, where: settings.dataDir });
}

/** The address without its secrets. */
function hostOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}
