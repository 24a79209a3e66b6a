import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";

/**
 * Whether a process number is a living PostgreSQL process of this cluster. Numbers are used again after a
 * restart of the machine or of a container, so that being alive is not enough.
 */
export function isServerOf(cluster: string, pid: number): boolean {
  if (process.platform === "linux") {
    // A technician's shell may stand in the same folder.
    return isAlive(pid) && workingFolder(pid) === cluster && programName(pid) === "postgres";
  }
  return isAlive(pid) && (process.platform === "win32" || commandLine(pid).includes(cluster));
}

/** Every PostgreSQL process of this cluster, those that outlive their killed parent included (Linux only). */
export function processesOf(cluster: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isSafeInteger(pid) && pid !== process.pid && isServerOf(cluster, pid));
}

/** Whether the process is there and is not a zombie that its new parent has yet to collect. */
export function isAlive(pid: number): boolean {
  if (process.platform === "linux") {
    const state = /^\d+ \(.*\) (\S)/s.exec(readOrEmpty(`/proc/${pid}/stat`))?.[1];
    return state !== undefined && state !== "Z" && state !== "X";
  }
  return sendSignal(pid, 0);
}

/** Sends a signal; false when there is no such process any more. */
export function sendSignal(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** A server works inside its cluster's folder. */
function workingFolder(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return "";
  }
}

function programName(pid: number): string {
  return readOrEmpty(`/proc/${pid}/comm`).trim();
}

function commandLine(pid: number): string {
  try {
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
