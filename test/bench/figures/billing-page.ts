import { join } from "node:path";

import { migrateDatabase } from "#platform";

import { fillMonth, HISTORY } from "../billing/month-town.ts";
import { benchId } from "../data/ids.ts";
import { benchToken } from "../data/sessions.ts";
import type { Town } from "../data/town.ts";
import { vacuumWritten } from "../data/vacuum-written.ts";
import type { Bench } from "../figure.ts";
import { connectHttp, type HttpClient } from "../program/http-client.ts";
import { startProgram } from "../program/program.ts";
import { startServer, withClient } from "../server.ts";
import { median, spread } from "../statistics.ts";

const WARM_UP = 50;
const CALLS = 300;
const HOUSEHOLD = 17;
const TOWN: Town = {
  schema: "a_000000000031",
  host: "localhost",
  households: 2_000,
  canteens: 8,
  places: 4_000,
  bookings: 10_000,
};

/** The account of a family with five years of invoices, and its last invoice: the slower of the two pages. */
export const billingPage: Bench = {
  names: ["billing_page_ms_p50"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const url = await startServer(join(bench.folder, "billing-page"), running);
    const migrated = await migrateDatabase(url);
    if (!migrated.ok) throw new Error(migrated.refusal.sentence);
    await withClient(url, async (client) => {
      await fillMonth(client, TOWN, Temporal.Now.instant());
      for (const statement of HISTORY) await client.query(statement);
      await vacuumWritten(client);
    });
    const log = join(bench.folder, "billing-page.log");
    const program = await startProgram({ env: { DATABASE_URL: url }, log });
    running.defer(() => program.stop());
    const client = connectHttp({ port: program.port, host: TOWN.host, session: benchToken(HOUSEHOLD) });
    running.defer(() => client.close());
    const invoice = benchId<"invoice">("invoice", HOUSEHOLD * 100 + 1);
    const account = await times(client, "/factures", "À régler");
    const page = await times(client, `/factures/${invoice}`, "Pourquoi ce prix");
    return {
      billing_page_ms_p50: {
        value: Math.max(median(account), median(page)),
        facts: { invoices: TOWN.households * 60, account: spread(account), invoice: spread(page) },
      },
    };
  },
};

async function times(client: HttpClient, path: string, expected: string): Promise<number[]> {
  const shown = await client.get(path, { compressed: false });
  if (shown.status !== 200 || !shown.body.toString("utf8").includes(expected))
    throw new Error(`${path} answered ${shown.status} without « ${expected} »`);
  const taken: number[] = [];
  for (let call = 0; call < WARM_UP + CALLS; call++) {
    const { ms } = await client.get(path, { compressed: true });
    if (call >= WARM_UP) taken.push(ms);
  }
  return taken;
}
