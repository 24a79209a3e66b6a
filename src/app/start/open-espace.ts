import type { Logger } from "pino";

import { listAuthorities } from "#identity";
import { ok, refuse, type Result } from "#kernel";
import {
  createWebServer,
  howToCreateProgramRole,
  loadAssets,
  migrateDatabase,
  openDatabase,
  prepareJournals,
  startWorker,
  type Database,
} from "#platform";

import { followStandIn } from "#payments";
import { loadDemonstrationAside } from "../demonstration/index.ts";
import { clockFrom, type Clock } from "../clock.ts";
import { keepClock } from "../kept-clock.ts";
import { backgroundOf } from "../background.ts";
import { backgroundWork } from "../background-work.ts";
import { healthOf } from "../health.ts";
import { openLog } from "../log.ts";
import type { Settings } from "../settings.ts";
import { texts } from "../texts.fr.ts";
import { webSettings } from "../web/web-settings.ts";
import { portRefusal } from "./port.ts";
import { serverOf, type Server } from "./server-of.ts";
import { simulatorBeside } from "./simulator-beside.ts";

/** What the technician is told once the espace answers. */
export interface Espace {
  url: string;
  where: string;
  authorities: number;
  /** Where PayFiP's stand-in answers; null in production. */
  simulator: string | null;
  /** What the server's administrator should run once, or undefined. */
  advice: string | undefined;
}

/**
 * Opens everything in order: port, PostgreSQL, migrations, demonstration, worker, web. What was opened is
 * closed by `running`, in reverse. A refusal is one sentence, and leaves nothing changed.
 */
export async function openEspace(
  settings: Settings,
  running: AsyncDisposableStack,
): Promise<Result<Espace, string>> {
  const log = openLog(settings.logLevel);
  const taken = await portRefusal(settings.port);
  if (taken !== undefined) return refuse(taken);
  const server = await serverOf(settings, log, running);
  if (!server.ok) return server;
  const clock = clockFrom(settings.clockStartsAt);
  keepClock(settings, clock, running);
  const simulator = simulatorBeside(settings, { log, clock }, running);
  const migrated = await migrateDatabase(server.value.connectionString);
  if (!migrated.ok) return refuse(migrated.refusal.sentence);
  await prepareJournals(server.value.connectionString, clock());
  const onLost = (error: Error) => log.warn({ err: error }, "connection lost");
  const database = openDatabase(server.value.connectionString, { role: migrated.role, onLost });
  running.defer(() => database.close());
  const unfit = await populate(settings, server.value, database, clock());
  if (unfit !== undefined) return refuse(unfit);
  const standIn = await simulator;
  if (standIn !== null) await openOnStandIn(database, standIn, clock());
  await serve({ settings, database, log, clock }, running);
  return ok({
    url: settings.publicUrl.origin,
    where: server.value.where,
    simulator: standIn,
    authorities: (await listAuthorities(database)).length,
    advice: migrated.role === null ? texts.roleMissing(howToCreateProgramRole(migrated.login)) : undefined,
  });
}

/** Loads the demonstration into an empty database, or refuses to open production on it. */
async function populate(
  settings: Settings,
  server: Server,
  database: Database,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const authorities = await listAuthorities(database);
  if (!settings.demonstration) {
    return authorities.some(({ demonstration }) => demonstration) ? texts.holdsDemonstration : undefined;
  }
  if (authorities.length === 0) await loadDemonstrationAside(server.connectionString, now, settings.vault);
  return undefined;
}

/** Families of a demonstration pay on line at the stand-in, wherever it answers today. */
async function openOnStandIn(database: Database, origin: string, now: Temporal.Instant): Promise<void> {
  for (const { id, demonstration } of await listAuthorities(database)) {
    if (!demonstration) continue;
    const background = await backgroundOf(database, id, now);
    await background?.database.write((writes) => followStandIn(writes, origin, now));
  }
}

async function serve(
  parts: { settings: Settings; database: Database; log: Logger; clock: Clock },
  running: AsyncDisposableStack,
): Promise<void> {
  const { settings, database, log, clock } = parts;
  const work = backgroundWork(settings, log);
  running.defer(() => work.close());
  const worker = await startWorker({
    pool: database.pool,
    log,
    handlers: work.handlers,
    periodic: work.jobs,
    now: clock,
    contextOf: (authority) => backgroundOf(database, authority, clock()),
    authorities: async () => (await listAuthorities(database)).map(({ id }) => id),
  });
  running.defer(() => worker.stop());
  const web = await createWebServer(
    webSettings({
      ...parts,
      assets: await loadAssets(),
      health: () => healthOf(database, worker),
    }),
  );
  running.defer(() => web.close());
  const host = settings.demonstration ? "localhost" : "::";
  await web.listen({ port: settings.port, host, listenTextResolver: () => "listening" });
}
