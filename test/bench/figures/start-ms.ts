import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import type { Bench } from "../figure.ts";
import { connectHttp } from "../program/http-client.ts";
import { freePort, startProgram } from "../program/program.ts";
import { median } from "../statistics.ts";

const STARTS = 5;

/** From `node bin/preau start` on data that exist to the first whole page, the launcher's checks included. */
export const startMs: Bench = {
  names: ["start_ms"],
  async measure(bench) {
    const env = { DATA_DIR: join(bench.folder, "start") };
    const log = join(bench.folder, "start.log");
    const first = await startProgram({ env, log });
    await first.stop();
    const times: number[] = [];
    for (let start = 0; start < STARTS; start++) {
      const port = await freePort();
      const begun = performance.now();
      const starting = startProgram({ env, log, port });
      // If it cannot start, that is what must be told.
      times.push(await Promise.race([firstPage(port, begun), starting.then(() => firstPage(port, begun))]));
      await (await starting).stop();
    }
    return {
      start_ms: {
        value: median(times),
        facts: { starts: times.map(Math.round), very_first_start_ms: Math.round(first.readyMs) },
      },
    };
  },
};

async function firstPage(port: number, begun: number): Promise<number> {
  for (;;) {
    const http = connectHttp({ port, host: "localhost" });
    const answer = await http.get("/connexion").catch(() => undefined);
    http.close();
    if (answer?.status === 200) return performance.now() - begun;
    if (answer !== undefined) throw new Error(`The first page answered ${answer.status}`);
    if (performance.now() - begun > 60_000) throw new Error("No page in a minute");
    await wait(5);
  }
}
