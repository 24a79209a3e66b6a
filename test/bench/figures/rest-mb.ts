import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import type { Bench } from "../figure.ts";
import { connectHttp } from "../program/http-client.ts";
import { processTree, pssOf, type Process } from "../program/processes.ts";
import { startProgram } from "../program/program.ts";

const IDLE_SECONDS = 60;
const MB = 1_000_000;

/**
 * What the demonstration holds in memory once some pages were read and nobody came for a minute. Linux only. PayFiP's
 * stand-in is told apart: no authority runs it.
 */
export const restMb: Bench = {
  names: ["rest_mb"],
  async measure(bench) {
    await using running = new AsyncDisposableStack();
    const program = await startProgram({
      env: { DATA_DIR: join(bench.folder, "rest") },
      log: join(bench.folder, "rest.log"),
    });
    running.defer(() => program.stop());
    const http = connectHttp({ port: program.port, host: "localhost" });
    for (let page = 0; page < 20; page++) await http.get("/connexion", { compressed: true });
    http.close();
    bench.say(`idle for ${IDLE_SECONDS} s`);
    await wait(IDLE_SECONDS * 1000);

    const [launcher, ...others] = processTree(program.process.pid ?? 0);
    if (launcher === undefined) throw new Error("The program is gone");
    const postgresql = others.filter(({ command }) => /^postgres\b|\/postgres /.test(`${command} `));
    const simulator = others.filter(({ command }) => command.endsWith("preau.js simulator"));
    const node = others.filter((process) => !postgresql.includes(process) && !simulator.includes(process));
    const sum = (processes: readonly Process[]) => processes.map(pssOf).reduce((a, b) => a + b, 0) / MB;
    const parts = { program: sum(node), postgresql: sum(postgresql), launcher: sum([launcher]) };
    const round = (value: number) => Number(value.toFixed(1));
    return {
      rest_mb: {
        value: parts.program + parts.postgresql,
        facts: {
          program_mb: round(parts.program),
          postgresql_mb: round(parts.postgresql),
          postgresql_processes: postgresql.length,
          launcher_adds_mb: round(parts.launcher),
          simulator_adds_mb: round(sum(simulator)),
        },
        flaws: node.length === 1 && postgresql.length > 2 ? [] : ["These are not the processes expected"],
      },
    };
  },
};
