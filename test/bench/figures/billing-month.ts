import { execFileSync } from "node:child_process";
import { join } from "node:path";

import { migrateDatabase, projectRoot } from "#platform";
import { z } from "zod";

import { fillMonth } from "../billing/month-town.ts";
import { townId } from "../data/directory.ts";
import type { Town } from "../data/town.ts";
import type { Bench, BenchContext, Measured } from "../figure.ts";
import { startServer, withClient } from "../server.ts";
import { median } from "../statistics.ts";

const PROGRAM = join("dist", "tools", "billing-month.js");

const SMALL: Omit<Town, "schema"> = {
  host: "localhost",
  households: 280,
  canteens: 8,
  places: 2_000,
  bookings: 10_710,
};
const LARGE: Omit<Town, "schema"> = {
  host: "localhost",
  households: 15_000,
  canteens: 100,
  places: 2_000,
  bookings: 300_000,
};

const told = z.object({
  documents: z.number(),
  draftS: z.number(),
  issueS: z.number(),
  /** Of the program alone, its start included: what another load of the machine does not change. */
  cpuS: z.number(),
  peakMb: z.number(),
});
type Told = z.output<typeof told>;

/** A month of a communauté de communes: priced, drafted and issued, each round in a town of its own. */
export const billingTenThousand: Bench = {
  names: ["billing_10k_s"],
  async measure(bench) {
    const rounds = await billMonths(bench, "small", SMALL, 3);
    const value = median(rounds.map(seconds));
    return { billing_10k_s: figure(value, rounds, SMALL) };
  },
};

/** A month of a city, and the memory that the program takes for it. */
export const billingLarge: Bench = {
  names: ["billing_300k_s", "billing_300k_mb"],
  async measure(bench) {
    const rounds = await billMonths(bench, "large", LARGE, 1);
    const [round] = rounds;
    return {
      billing_300k_s: figure(round === undefined ? Infinity : seconds(round), rounds, LARGE),
      billing_300k_mb: figure(round?.peakMb ?? Infinity, rounds, LARGE),
    };
  },
};

const seconds = ({ draftS, issueS }: Told) => draftS + issueS;

function figure(value: number, rounds: readonly Told[], town: Omit<Town, "schema">): Measured {
  return {
    value,
    facts: { charges: town.bookings, households: town.households, rounds },
    flaws: rounds.every(({ documents }) => documents > town.households * 0.9 && documents <= town.households)
      ? []
      : ["Not every household had its invoice"],
  };
}

async function billMonths(
  bench: BenchContext,
  name: string,
  town: Omit<Town, "schema">,
  rounds: number,
): Promise<readonly Told[]> {
  const bundle = ["bin/bundle.mjs", "test/bench/billing/month-program.ts", PROGRAM];
  execFileSync(process.execPath, bundle, { cwd: projectRoot });
  await using running = new AsyncDisposableStack();
  const url = await startServer(join(bench.folder, `billing-${name}`), running);
  const migrated = await migrateDatabase(url);
  if (!migrated.ok) throw new Error(migrated.refusal.sentence);
  const found: Told[] = [];
  for (let round = 1; round <= rounds; round++) {
    const own = { ...town, host: `${name}-${round}.localhost`, schema: `a_0000000000${20 + round}` };
    const month = await withClient(url, (client) => fillMonth(client, own, Temporal.Now.instant()));
    const asked = [PROGRAM, url, migrated.role ?? "", own.schema, townId(own), month];
    const printed = execFileSync(process.execPath, asked, { cwd: projectRoot, encoding: "utf8" });
    found.push(told.parse(JSON.parse(printed)));
  }
  return found;
}
