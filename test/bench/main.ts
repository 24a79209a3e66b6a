// Run by bin/bench: prints one JSON object a line on the standard output, progress on the other.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { environmentLine } from "./environment.ts";
import { GOALS, type BenchContext, type TownServer } from "./figure.ts";
import { benches } from "./figures/index.ts";
import { failureLine, lineOf } from "./report.ts";
import { startServer, stopServers } from "./server.ts";
import { startTowns } from "./towns.ts";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in GOALS));
if (unknown.length > 0) {
  console.error(`No such figure: ${unknown.join(", ")}. There are: ${Object.keys(GOALS).join(", ")}.`);
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), "preau-bench-"));
const running = new AsyncDisposableStack();
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void stopServers().finally(() => process.exit(130)));
}
const begun = performance.now();
const say = (progress: string) =>
  console.error(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${progress}`);
let towns: Promise<TownServer> | undefined;
const context: BenchContext = {
  say,
  folder,
  towns: () => (towns ??= startTowns(folder, say, running)),
};

try {
  await printEnvironment();
  let missed = 0;
  for (const bench of benches) {
    const names = bench.names.filter((name) => wanted.length === 0 || wanted.includes(name));
    if (names.length === 0) continue;
    say(names.join(", "));
    try {
      const measured = await bench.measure(context);
      for (const name of names) {
        const figure = measured[name];
        if (figure === undefined) throw new Error(`${name} was not measured`);
        const { ok, line } = lineOf(name, figure);
        console.log(line);
        if (!ok) missed++;
      }
    } catch (error) {
      say(error instanceof Error ? (error.stack ?? error.message) : String(error));
      for (const name of names) console.log(failureLine(name, error));
      missed += names.length;
    }
  }
  process.exitCode = missed === 0 ? 0 : 1;
} finally {
  await running.disposeAsync();
}

/** From a server of its own when no figure has started one yet: the settings are the same. */
async function printEnvironment(): Promise<void> {
  await using own = new AsyncDisposableStack();
  console.log(await environmentLine(await startServer(join(folder, "environment"), own)));
}
