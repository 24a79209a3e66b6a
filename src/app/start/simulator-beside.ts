import { type ChildProcess, fork } from "node:child_process";
import type { Logger } from "pino";
import { z } from "zod";

import type { Clock } from "../clock.ts";
import { programFile } from "../program-file.ts";
import type { Settings } from "../settings.ts";

const AGAIN_AFTER_MS = 1_000;

const message = z.object({ simulator: z.string() });

/**
 * Where PayFiP's stand-in answers, in the demonstration; null elsewhere. It is a process of its own, as the Treasury's
 * service is: it is killed, restarted and slow without the program. It stops with `running`, and by itself when the
 * program is killed, since its channel closes. One that ended by accident is started again at the same address.
 */
export async function simulatorBeside(
  settings: Settings,
  parts: { log: Logger; clock: Clock },
  running: AsyncDisposableStack,
): Promise<string | null> {
  if (!settings.demonstration) return null;
  if (settings.simulatorOrigin !== null) return settings.simulatorOrigin;
  const { log, clock } = parts;
  const ready = Promise.withResolvers<string | null>();
  let port = settings.simulatorPort === null ? "" : String(settings.simulatorPort);
  let child: ChildProcess | undefined;
  let again: NodeJS.Timeout | undefined;
  let opened = false;
  let stopping = false;
  const start = () => {
    child = fork(programFile, ["simulator"], {
      env: {
        ...process.env,
        PREAU_CLOCK: clock().toString(),
        PAYFIP_SIMULATOR_PORT: port,
      },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    child.on("message", (told) => {
      const { simulator } = message.parse(told);
      opened = true;
      port = new URL(simulator).port;
      ready.resolve(simulator);
    });
    child.once("exit", (code) => {
      // At its first start it has said why on standard error; the demonstration opens without it.
      ready.resolve(null);
      if (stopping || code === 0 || !opened) return;
      log.warn({ code }, "PayFiP's simulator ended: started again");
      again = setTimeout(start, AGAIN_AFTER_MS);
    });
  };
  running.defer(async () => {
    stopping = true;
    clearTimeout(again);
    await ended(child);
  });
  start();
  return ready.promise;
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await gone;
}
