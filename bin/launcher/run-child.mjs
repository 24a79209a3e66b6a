import { spawn } from "node:child_process";
import os from "node:os";

const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a command in the foreground and resolves with its exit code (128 + n when signal n ended it).
 * Signals that ask to stop are passed on and the child decides. With `ipc`, the child sees its channel close
 * when this process is killed outright, and stops by itself. With `quiet`, its output is kept and given back;
 * `env` is added to ours.
 */
export function runChild(command, args, options = {}) {
  const output = options.quiet ? "pipe" : "inherit";
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    shell: options.shell ?? false,
    stdio: ["inherit", output, output, ...(options.ipc ? ["ipc"] : [])],
  });
  const kept = [];
  child.stdout?.on("data", (chunk) => kept.push(chunk));
  child.stderr?.on("data", (chunk) => kept.push(chunk));
  const passOn = (signal) => child.kill(signal);
  for (const signal of STOP_SIGNALS) process.on(signal, passOn);

  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      for (const name of STOP_SIGNALS) process.off(name, passOn);
      options.onOutput?.(Buffer.concat(kept).toString("utf8"));
      resolve(code ?? 128 + (os.constants.signals[signal] ?? 0));
    });
  });
}
