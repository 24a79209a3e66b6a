import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { ok, refuse, type Result } from "#kernel";
import { openSimulator, type Simulator } from "#payments";

import { clockFrom } from "../clock.ts";
import { readSettings, type Settings } from "../settings.ts";
import { onStopRequest } from "../stop-request.ts";
import { texts } from "../texts.fr.ts";

/** How far above the program's own port the simulator looks first. */
const ABOVE = 10_000;

/** The one of a program that was just killed needs a moment to leave its port. */
const TRIES = 6;
const BETWEEN_TRIES_MS = 150;

/**
 * `preau simulator`: opens the stand-in of PayFiP until it is asked to stop, and tells its address to the program that
 * started it, if one did. It refuses anything but the demonstration: nobody must take it for the Treasury.
 */
export async function simulator(): Promise<number> {
  const settings = readSettings(process.env);
  if (!settings.ok) return refused(settings.refusal);
  if (!settings.value.demonstration) return refused(texts.simulatorRefused);
  const stopRequest = Promise.withResolvers<string>();
  onStopRequest(stopRequest.resolve);
  const opened = await openOn(settings.value);
  if (!opened.ok) return refused(opened.refusal);
  await using running = opened.value;
  process.send?.({ simulator: running.origin });
  console.log(texts.simulatorReady(running.origin));
  await stopRequest.promise;
  return 0;
}

/** On the port that was asked for, which must be free; else on a usual one, or whichever is free. */
async function openOn(settings: Settings): Promise<Result<Simulator, string>> {
  const { port, simulatorPort, dataDir, clockStartsAt } = settings;
  const stateFile = join(dataDir, "simulateur", "operations.jsonl");
  const clock = clockFrom(clockStartsAt);
  const usual = port === 0 || port + ABOVE > 65_535 ? 0 : port + ABOVE;
  const wanted = simulatorPort ?? usual;
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      return ok(await openSimulator({ port: wanted, clock, stateFile }));
    } catch (error) {
      if (!isTaken(error)) throw error;
      await wait(BETWEEN_TRIES_MS);
    }
  }
  if (simulatorPort !== null) return refuse(texts.simulatorPortTaken(simulatorPort));
  return ok(await openSimulator({ port: 0, clock, stateFile }));
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

function refused(sentence: string): number {
  console.error(sentence);
  return 1;
}
