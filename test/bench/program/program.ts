import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

import { projectRoot } from "#platform";

import { connectHttp } from "./http-client.ts";

/** `node bin/preau start` as a technician runs it. */
export interface Program {
  port: number;
  /** The launcher, of which the program is a child. */
  process: ChildProcess;
  /** From the start of the process to the first answer of /healthz that says all is well. */
  readyMs: number;
  /** Asks it to stop, as Ctrl-C does, and waits until it has. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 180_000;

/**
 * Starts the program with these settings and waits until it is healthy. What it says goes to `log`.
 * Refuses, by throwing, a program that ends or does not answer within three minutes.
 */
export async function startProgram(options: {
  env: Readonly<Record<string, string>>;
  log: string;
  /** Starts on this port; a free one unless told. */
  port?: number;
}): Promise<Program> {
  const port = options.port ?? (await freePort());
  const output = openSync(options.log, "a");
  const begun = performance.now();
  const child = spawn(process.execPath, [join(projectRoot, "bin", "preau"), "start"], {
    env: { ...process.env, ...options.env, PORT: String(port) },
    stdio: ["ignore", output, output],
  });
  closeSync(output);
  const ended = once(child, "exit");
  // Whoever started it may be interrupted: it does not stay behind.
  const stopToo = () => child.kill("SIGINT");
  process.once("exit", stopToo);
  child.once("exit", () => process.off("exit", stopToo));
  const http = connectHttp({ port, host: "localhost" });
  try {
    while (!(await isHealthy(http))) {
      if (child.exitCode !== null) throw new Error(`The program ended: ${lastLines(options.log)}`);
      if (performance.now() - begun > PATIENCE_MS)
        throw new Error(`No answer in three minutes: ${lastLines(options.log)}`);
      await wait(10);
    }
  } catch (error) {
    child.kill();
    throw error;
  } finally {
    http.close();
  }
  return {
    port,
    process: child,
    readyMs: performance.now() - begun,
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
      await ended;
    },
  };
}

function lastLines(log: string): string {
  return readFileSync(log, "utf8").trim().split("\n").slice(-5).join(" / ");
}

async function isHealthy(http: ReturnType<typeof connectHttp>): Promise<boolean> {
  return http.get("/healthz").then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
