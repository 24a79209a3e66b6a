import { liveBookings } from "../data/live-bookings.ts";
import { LARGE_TOWN, type Town } from "../data/town.ts";
import type { BenchContext, Measured, TownServer } from "../figure.ts";
import { withClient } from "../server.ts";
import { median } from "../statistics.ts";
import { CLIENTS, sendForms } from "./clients.ts";
import { freeLines } from "./free-lines.ts";
import type { LoadForm, Sender } from "./load-form.ts";
import { rawSender } from "./raw.ts";
import { useCaseSender } from "./use-case.ts";

const ROUNDS = 5;
const SECONDS = 3;

/** Where the forms go, and where they come from: each asks for places that nobody holds. */
interface Load {
  server: TownServer;
  town: Town;
  next: () => LoadForm;
}

/** Forms of so many lines, on slots far apart, in the town with 1,000,000 bookings. */
export async function versusRaw(bench: BenchContext, lines: number): Promise<Measured> {
  const server = await bench.towns();
  const places = await freeLines(server.connectionString, LARGE_TOWN);
  return loadVersusRaw(bench, { server, town: LARGE_TOWN, next: () => places.take(lines) });
}

/**
 * Bookings a second through the use case ÷ by the bare statement; in turns, median of five. Every line asks for a
 * free place, and all of them must be found booked at the end.
 */
export async function loadVersusRaw(bench: BenchContext, { server, town, next }: Load): Promise<Measured> {
  await using running = new AsyncDisposableStack();
  const senders = {
    raw: await rawSender(server, town, running),
    useCase: useCaseSender(server, town, running),
  };
  const before = await liveBookings(server.connectionString, town);
  let sent = 0;
  const run = async (send: Sender, seconds: number) => {
    const round = await sendForms(next, send, seconds);
    sent += round.lines;
    await forgetJobs(server.connectionString);
    return round.perSecond;
  };
  await run(senders.raw, 1);
  await run(senders.useCase, 1);
  const raw: number[] = [];
  const useCase: number[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    raw.push(await run(senders.raw, SECONDS));
    useCase.push(await run(senders.useCase, SECONDS));
    bench.say(`round ${round}: raw ${raw.at(-1)?.toFixed(0)}/s, use case ${useCase.at(-1)?.toFixed(0)}/s`);
  }
  const booked = (await liveBookings(server.connectionString, town)) - before;
  const middle = { raw: Math.round(median(raw)), use_case: Math.round(median(useCase)) };
  return {
    value: middle.use_case / middle.raw,
    facts: { bookings_per_second: middle, rounds: ROUNDS, clients: CLIENTS, lines: sent },
    flaws: booked === sent ? [] : [`${sent} lines sent, ${booked} booked`],
  };
}

/** No worker runs here: the announced events are dropped between rounds, so that each begins with none. */
async function forgetJobs(connectionString: string): Promise<void> {
  await withClient(connectionString, async (client) => {
    await client.query("delete from graphile_worker._private_jobs");
    await client.query("vacuum (analyze) graphile_worker._private_jobs");
  });
}
