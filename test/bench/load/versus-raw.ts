import { liveBookings } from "../data/live-bookings.ts";
import { LARGE_TOWN } from "../data/town.ts";
import type { BenchContext, Measured } from "../figure.ts";
import { withClient } from "../server.ts";
import { median } from "../statistics.ts";
import { CLIENTS, sendForms } from "./clients.ts";
import { freeLines } from "./free-lines.ts";
import type { Sender } from "./load-form.ts";
import { rawSender } from "./raw.ts";
import { useCaseSender } from "./use-case.ts";

const ROUNDS = 5;
const SECONDS = 3;

/**
 * Bookings a second through the use case ÷ by the bare statement, in forms of so many lines; in turns, median of
 * five. Every line asks for a free place, and all of them must be found booked at the end.
 */
export async function versusRaw(bench: BenchContext, lines: number): Promise<Measured> {
  const server = await bench.towns();
  await using running = new AsyncDisposableStack();
  const places = await freeLines(server.connectionString, LARGE_TOWN);
  const senders = {
    raw: await rawSender(server, LARGE_TOWN, running),
    useCase: useCaseSender(server, LARGE_TOWN, running),
  };
  const before = await liveBookings(server.connectionString, LARGE_TOWN);
  let sent = 0;
  const run = async (send: Sender, seconds: number) => {
    const round = await sendForms(() => places.take(lines), send, seconds);
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
  const booked = (await liveBookings(server.connectionString, LARGE_TOWN)) - before;
  const middle = { raw: Math.round(median(raw)), use_case: Math.round(median(useCase)) };
  return {
    value: middle.use_case / middle.raw,
    facts: { bookings_per_second: middle, rounds: ROUNDS, clients: CLIENTS, lines },
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
