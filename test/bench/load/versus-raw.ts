import pg from "pg";

import { LARGE_TOWN } from "../data/town.ts";
import type { BenchContext, Measured } from "../figure.ts";
import { median } from "../statistics.ts";
import { bookingsPerSecond } from "./clients.ts";
import { freeLines } from "./free-lines.ts";
import type { Sender } from "./load-form.ts";
import { rawSender } from "./raw.ts";
import { useCaseSender } from "./use-case.ts";

const ROUNDS = 5;
const SECONDS = 3;

/** Bookings a second through the use case ÷ by the bare statement, in forms of so many lines: see the issue. */
export async function versusRaw(bench: BenchContext, lines: number): Promise<Measured> {
  const server = await bench.towns();
  await using running = new AsyncDisposableStack();
  const places = await freeLines(server.connectionString, LARGE_TOWN);
  const raw = await rawSender(server, LARGE_TOWN, running);
  const useCase = useCaseSender(server, LARGE_TOWN, running);
  const run = async (send: Sender, seconds: number) => {
    const rate = await bookingsPerSecond(() => places.take(lines), send, seconds);
    await forgetJobs(server.connectionString);
    return rate;
  };
  await run(raw, 1);
  await run(useCase, 1);
  const rates: { raw: number[]; useCase: number[] } = { raw: [], useCase: [] };
  for (let round = 1; round <= ROUNDS; round++) {
    rates.raw.push(await run(raw, SECONDS));
    rates.useCase.push(await run(useCase, SECONDS));
    bench.say(
      `round ${round}: raw ${rates.raw.at(-1)?.toFixed(0)}/s, use case ${rates.useCase.at(-1)?.toFixed(0)}/s`,
    );
  }
  const middle = { raw: Math.round(median(rates.raw)), useCase: Math.round(median(rates.useCase)) };
  return {
    value: middle.useCase / middle.raw,
    facts: { bookings_per_second: middle, rounds: ROUNDS, clients: 16, lines },
  };
}

/** No worker runs here: the announced events are dropped between rounds, so that each begins with none. */
async function forgetJobs(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query("delete from graphile_worker._private_jobs");
  await client.query("vacuum (analyze) graphile_worker._private_jobs");
  await client.end();
}
