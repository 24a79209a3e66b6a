import { fork } from "node:child_process";
import { once } from "node:events";

import type { VaultSettings } from "#documents";
import { z } from "zod";

import { programFile } from "../program-file.ts";
import { loadDemonstration } from "./load-demonstration.ts";

/** The word on the command line that makes a process of the program load the demonstration, and end. */
export const LOAD_ASIDE = "load-demonstration";

const address = z.nullable(z.string().transform((text) => new URL(text)));

/** What such a process is told by the one that began it; a time and an address are text between processes. */
const told = z.object({
  connectionString: z.string(),
  now: z.string().transform((text) => Temporal.Instant.from(text)),
  vault: z.object({
    filesDir: z.string(),
    keysDir: z.string(),
    s3: address,
    clamd: address,
    mostMegabytes: z.number(),
  }),
});

/**
 * The same as `loadDemonstration`, in a process that ends with it: it plays months of bookings and bills one of them,
 * and V8 gives little of what that took back (85 MB of the 250 that the program may hold at rest).
 */
export async function loadDemonstrationAside(
  connectionString: string,
  now: Temporal.Instant,
  vault: VaultSettings,
): Promise<void> {
  const child = fork(programFile, [LOAD_ASIDE], {
    execArgv: ["--enable-source-maps"],
  });
  const ended = once(child, "exit");
  const { s3, clamd } = vault;
  const addresses = { s3: s3?.href ?? null, clamd: clamd?.href ?? null };
  child.send({ connectionString, now: now.toString(), vault: { ...vault, ...addresses } });
  const [code, signal] = await ended;
  if (code !== 0)
    throw new Error(`The demonstration was not loaded: its process ended with ${code ?? signal}`);
}

/**
 * The work of that process. Asked to stop, it goes on: the program that began it waits for it, then stops. Where that
 * program is gone, so is what the demonstration would be for: the transaction is given up.
 */
export async function loadAsTold(): Promise<number> {
  if (!process.channel) return 1;
  const gone = () => process.exit(1);
  process.once("disconnect", gone);
  const [message] = await once(process, "message");
  const { connectionString, now, vault } = told.parse(message);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);
  await loadDemonstration(connectionString, now, vault);
  process.off("disconnect", gone);
  process.disconnect?.();
  return 0;
}
