import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { clockFrom, type Clock } from "./clock.ts";
import type { Settings } from "./settings.ts";

type ClockSettings = Pick<Settings, "dataDir" | "databaseUrl" | "demonstration" | "clockStartsAt">;

const fileOf = ({ dataDir }: Pick<Settings, "dataDir">) => join(dataDir, "clock");

/**
 * Says beside the data of a demonstration how far its clock is from the machine's, for the commands that are given while
 * it runs: to them « today » is the same day.
 */
export function keepClock(settings: ClockSettings, clock: Clock, running: AsyncDisposableStack): void {
  if (settings.databaseUrl !== null) return;
  rmSync(fileOf(settings), { force: true });
  if (settings.clockStartsAt === null) return;
  const ahead = clock().since(Temporal.Now.instant(), { largestUnit: "hour" });
  writeFileSync(fileOf(settings), ahead.toString());
  running.defer(() => rmSync(fileOf(settings), { force: true }));
}

/** The clock of a command: the one it is given, else that of the demonstration that runs, else the machine's. */
export function clockOfCommand(settings: ClockSettings): Clock {
  if (settings.clockStartsAt !== null) return clockFrom(settings.clockStartsAt);
  const ahead = settings.demonstration ? keptAhead(settings) : undefined;
  return ahead === undefined ? clockFrom(null) : () => Temporal.Now.instant().add(ahead);
}

function keptAhead(settings: ClockSettings): Temporal.Duration | undefined {
  try {
    return Temporal.Duration.from(readFileSync(fileOf(settings), "utf8").trim());
  } catch {
    // No demonstration runs on a clock of its own here.
    return undefined;
  }
}
