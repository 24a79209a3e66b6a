import { join } from "node:path";

import { benchToken } from "../data/sessions.ts";
import { LARGE_TOWN, SMALL_TOWN, type Town } from "../data/town.ts";
import type { Bench } from "../figure.ts";
import { connectHttp, type HttpClient } from "../program/http-client.ts";
import { startProgram } from "../program/program.ts";
import { median, spread } from "../statistics.ts";

const WARM_UP = 50;
const CALLS = 300;
/**
 * Calls in a row of one town before the other's turn: a connection that changes authority plans its statements
 * anew (2.5 ms a page), which would hide how the page grows.
 */
const BLOCK = 25;
/** A family in the middle of the town. */
const HOUSEHOLD = 17;

/**
 * The planning of a family of three for the coming month: loopback HTTP, signed in, one client, compressed as
 * for a browser. The small town's page is asked for by turns with the large one's, so that both meet the same noise.
 */
export const planningPage: Bench = {
  names: ["planning_page_ms_p50", "planning_page_growth"],
  async measure(bench) {
    const { connectionString } = await bench.towns();
    await using running = new AsyncDisposableStack();
    const log = join(bench.folder, "planning-page.log");
    const program = await startProgram({ env: { DATABASE_URL: connectionString }, log });
    running.defer(() => program.stop());
    const [large, small] = [visitor(program.port, LARGE_TOWN), visitor(program.port, SMALL_TOWN)];
    running.defer(() => [large, small].forEach((client) => client.close()));

    await times(WARM_UP, [large]);
    const [alone = []] = await times(CALLS, [large]);
    await times(WARM_UP, [large, small]);
    const [largeInTurn = [], smallInTurn = []] = await times(CALLS, [large, small]);
    return {
      planning_page_ms_p50: { value: median(alone), facts: { ...spread(alone), page: await about(large) } },
      planning_page_growth: {
        value: median(largeInTurn) / median(smallInTurn),
        facts: {
          large: spread(largeInTurn),
          small: spread(smallInTurn),
          pages: { large: await about(large), small: await about(small) },
        },
      },
    };
  },
};

function visitor(port: number, { host }: Town): HttpClient {
  return connectHttp({ port, host, session: benchToken(HOUSEHOLD) });
}

/** Times in ms of so many calls of each client, in blocks by turns. */
async function times(calls: number, clients: readonly HttpClient[]): Promise<number[][]> {
  const taken: number[][] = clients.map(() => []);
  for (let call = 0; call < calls; call += BLOCK) {
    for (const [index, client] of clients.entries()) {
      for (let n = 0; n < BLOCK; n++) taken[index]?.push((await ask(client)).ms);
    }
  }
  return taken;
}

async function ask(client: HttpClient, compressed = true) {
  const month = Temporal.Now.plainDateISO("Europe/Paris").add({ months: 1 }).toPlainYearMonth();
  const answer = await client.get(`/planning?mois=${month.toString()}`, { compressed });
  if (answer.status !== 200) throw new Error(`The planning answered ${answer.status}`);
  return answer;
}

/** That it was the page asked for: its weight, and how many days may be ticked. */
async function about(client: HttpClient) {
  const { body } = await ask(client, false);
  const boxes = body.toString("utf8").match(/type="checkbox"/g)?.length ?? 0;
  if (boxes === 0) throw new Error("The planning showed nothing to tick");
  return { bytes: body.length, checkboxes: boxes };
}
