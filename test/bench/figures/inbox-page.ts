import { join } from "node:path";

import { migrateDatabase } from "#platform";

import { benchId } from "../data/ids.ts";
import { benchToken } from "../data/sessions.ts";
import type { Town } from "../data/town.ts";
import type { Bench } from "../figure.ts";
import { connectHttp, type HttpClient } from "../program/http-client.ts";
import { startProgram } from "../program/program.ts";
import { AGENT, fillDesk } from "../requests/desk-town.ts";
import { startServer, withClient } from "../server.ts";
import { median, spread } from "../statistics.ts";

const WARM_UP = 20;
const CALLS = 60;
const REQUESTS = 100_000;
const TOWN: Town = {
  schema: "a_000000000032",
  host: "localhost",
  households: 4_000,
  canteens: 20,
  places: 200,
  bookings: 0,
};

const kind = benchId<"request-kind">("request-kind", 3);
const site = benchId<"site">("site", 3);
const activity = benchId<"activity">("activity", 4);

/** Each filter by itself, and some together; of the open requests and of the others. */
const FILTERS = [
  "etat=ouvertes",
  "etat=nouvelles",
  "etat=attente",
  "etat=closes",
  `type=${kind}`,
  `etat=closes&type=${kind}`,
  "qui=moi",
  "qui=personne",
  "etat=closes&qui=moi",
  `lieu=${site}`,
  `etat=closes&lieu=${site}`,
  `etat=closes&service=${activity}`,
  "commune=Commune+3",
  "etat=closes&commune=Commune+3",
  "urgentes=1",
  "retard=1",
  "avant=2026-01-01",
  `qui=personne&type=${kind}&retard=1`,
  `etat=closes&type=${kind}&commune=Commune+3&lieu=${site}`,
];

/**
 * The agents' inbox over 100,000 requests, one in ten of them open: loopback HTTP, signed in, one client. The figure is
 * the median of the slowest filter.
 */
export const inboxPage: Bench = {
  names: ["inbox_page_ms_p50"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const url = await startServer(join(bench.folder, "inbox-page"), running);
    const migrated = await migrateDatabase(url);
    if (!migrated.ok) throw new Error(migrated.refusal.sentence);
    bench.say(`${REQUESTS} requests are written`);
    await withClient(url, (client) => fillDesk(client, TOWN, REQUESTS, Temporal.Now.instant()));
    const log = join(bench.folder, "inbox-page.log");
    const program = await startProgram({ env: { DATABASE_URL: url }, log });
    running.defer(() => program.stop());
    const client = connectHttp({ port: program.port, host: TOWN.host, session: benchToken(AGENT) });
    running.defer(() => client.close());
    const taken: Record<string, readonly number[]> = {};
    for (const filter of FILTERS) taken[filter] = await times(client, `/agent/demarches?${filter}`);
    const medians = Object.entries(taken).map(([filter, ms]) => ({ filter, ms: median(ms) }));
    const slowest = medians.reduce((a, b) => (b.ms > a.ms ? b : a));
    return {
      inbox_page_ms_p50: {
        value: slowest.ms,
        facts: {
          requests: REQUESTS,
          slowest: slowest.filter,
          ...spread(taken[slowest.filter] ?? []),
          medians: Object.fromEntries(medians.map(({ filter, ms }) => [filter, ms])),
        },
      },
    };
  },
};

async function times(client: HttpClient, path: string): Promise<number[]> {
  const shown = await client.get(path, { compressed: false });
  if (shown.status !== 200 || !shown.body.toString("utf8").includes("Qui s’en occupe"))
    throw new Error(`${path} answered ${shown.status} without the inbox`);
  const taken: number[] = [];
  for (let call = 0; call < WARM_UP + CALLS; call++) {
    const { ms } = await client.get(path, { compressed: true });
    if (call >= WARM_UP) taken.push(ms);
  }
  return taken;
}
