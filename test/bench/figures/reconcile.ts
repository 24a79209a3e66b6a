import { join } from "node:path";

import { migrateDatabase, openDatabase, type SchemaDatabase } from "#platform";

import { reconcileReport } from "../../../src/payments/reconciliation/reconcile-report.ts";
import { outcomeTotals } from "../../../src/payments/reconciliation/report-figures.ts";
import { takeReport } from "../../../src/payments/reconciliation/take-report.ts";
import { agentWith } from "../../builders/actors.ts";
import { newId } from "../../builders/canteen.ts";
import { createTown, townId } from "../data/directory.ts";
import type { Bench } from "../figure.ts";
import { dayOf, fillPaidDays, paidRow, type PaidDays } from "../payments/paid-days.ts";
import { reportFile } from "../payments/report-file.ts";
import { startServer, withClient } from "../server.ts";
import { median } from "../statistics.ts";

const TOWN = { schema: "a_000000000041", host: "localhost" };
const PAID: PaidDays = { account: "123456", days: 5, perDay: 50_050, unfinished: 150, absent: 150 };
/** Lines that nobody here knows. */
const UNKNOWN = 100;
const ROUNDS = 3;
const EXPECTED = { agrees: 49_750, unfinished: 150, unknown: 100 };

/** A report of 50,000 lines among 250,000 payments: handed in, read, compared, its differences written. */
export const reconcile: Bench = {
  names: ["reconcile_50k_s"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const url = await startServer(join(bench.folder, "reconcile"), running);
    const migrated = await migrateDatabase(url);
    if (!migrated.ok) throw new Error(migrated.refusal.sentence);
    const now = Temporal.Instant.from("2026-11-20T08:00:00Z");
    await withClient(url, async (client) => {
      await createTown(client, TOWN, now);
      await fillPaidDays(client, PAID);
    });
    const server = openDatabase(url, { role: migrated.role });
    running.defer(() => server.close());
    const database = server.schema(TOWN.schema);
    const rounds = [];
    for (let day = 0; day < ROUNDS; day++) rounds.push(await oneReport(database, day, now));
    return {
      reconcile_50k_s: {
        value: median(rounds.map(({ seconds }) => seconds)),
        facts: { payments: PAID.days * PAID.perDay, rounds },
        flaws: rounds.every(({ found }) =>
          Object.entries(EXPECTED).every(([name, count]) => found[name] === count),
        )
          ? []
          : ["Not every line was found to be what it is"],
      },
    };
  },
};

async function oneReport(database: SchemaDatabase, day: number, now: Temporal.Instant) {
  const known = Array.from({ length: PAID.perDay - PAID.absent }, (_, n) => paidRow(PAID, day, n));
  const unknown = Array.from({ length: UNKNOWN }, (_, n) => ({
    ...paidRow(PAID, day, n),
    refdet: `9${day}9900000${n}`,
  }));
  const file = reportFile(PAID.account, dayOf(day), [...known, ...unknown]);
  const bytes = Buffer.from(file);
  const visit = {
    actor: agentWith(["payments.write"]),
    authority: {
      id: townId(TOWN),
      schema: TOWN.schema,
      name: "Mesures",
      host: "localhost",
      demonstration: false,
      brand: { stylesheet: "", logo: null, contact: { phone: "", email: "", hours: "" } },
    },
    database,
    now,
    origin: "",
    address: "192.0.2.1",
    device: "",
    path: "/",
    sessionToken: null,
    deviceToken: null,
  };
  const id = newId<"report">();
  const began = performance.now();
  const taken = await takeReport(visit, { id, file: { name: "payfip.csv", bytes } });
  if (!taken.ok) throw new Error(taken.refusal.code);
  await reconcileReport(visit, id);
  const seconds = (performance.now() - began) / 1000;
  const totals = await database.read((reads) => outcomeTotals(reads, id));
  const found: Readonly<Record<string, number>> = Object.fromEntries(
    totals.map(({ outcome, count }) => [outcome, count]),
  );
  return { seconds, bytes: bytes.length, found };
}
