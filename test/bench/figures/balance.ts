import { join } from "node:path";

import { balanceOn } from "#billing";
import { openDatabase } from "#platform";

import { openInvoices } from "../../../src/billing/account/standing.ts";
import { benchId } from "../data/ids.ts";
import { benchToken } from "../data/sessions.ts";
import type { Bench } from "../figure.ts";
import { writePayingTown, type PayingTown } from "../payments/paying-town.ts";
import { connectHttp } from "../program/http-client.ts";
import { startProgram } from "../program/program.ts";
import { startServer } from "../server.ts";
import { median, spread } from "../statistics.ts";

const WARM_UP = 50;
const CALLS = 500;
const YEARS = 10;
const TOWN: PayingTown = {
  schema: "a_000000000053",
  host: "localhost",
  households: 1_000,
  months: YEARS * 12,
};

/**
 * The balance of a payer on a day, of a thousand families who were billed and paid for ten years: the statement of the
 * program, as its role, each call another family. Beside it what each document is owed still, and the page of the account.
 */
export const balanceFigure: Bench = {
  names: ["balance_ms_p50"],
  async measure({ folder }) {
    await using running = new AsyncDisposableStack();
    const url = await startServer(join(folder, "balance"), running);
    const role = await writePayingTown(url, TOWN, "http://localhost:9", PAID_FOR_YEARS);
    const log = join(folder, "balance.log");
    const program = await startProgram({ env: { DATABASE_URL: url, LOG_LEVEL: "error" }, log });
    running.defer(() => program.stop());
    const pool = openDatabase(url, { role });
    running.defer(() => pool.close());
    const database = pool.schema(TOWN.schema);
    const today = Temporal.Now.plainDateISO("Europe/Paris");
    const payerOf = (household: number) => ({
      householdId: benchId("household", household),
      guardianId: benchId("guardian", 2 * household - 1),
    });
    const balances = await times((household) =>
      database.read((reads) => balanceOn(reads, payerOf(household), today)),
    );
    const documents = await times((household) =>
      database.read((reads) => openInvoices(reads, payerOf(household))),
    );
    const pages = await times(async (household) => {
      const session = benchToken(household);
      const http = connectHttp({ port: program.port, host: TOWN.host, session });
      await http.get("/factures", { compressed: true });
      http.close();
    });
    return {
      balance_ms_p50: {
        value: median(balances),
        facts: {
          years: YEARS,
          entries: TOWN.households * TOWN.months * 2,
          balance: spread(balances),
          open_invoices: spread(documents),
          account_page: spread(pages),
        },
      },
    };
  },
};

async function times(call: (household: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < WARM_UP + CALLS; n++) {
    const begun = performance.now();
    await call(1 + (n % TOWN.households));
    if (n >= WARM_UP) taken.push(performance.now() - begun);
  }
  return taken;
}

/** Each invoice paid a fortnight before it is due, but for the last two. */
const PAID_FOR_YEARS = [
  `insert into ledger_entry (household_id, guardian_id, kind, amount_cents, day, source_id, toward, at)
   select household_id, guardian_id, 'payment', -total_cents, due_on - 15, gen_random_uuid(), array[id], due_on - 15
   from invoice where month < (date_trunc('month', now()) - interval '2 months')::date
   order by month, number`,
];
