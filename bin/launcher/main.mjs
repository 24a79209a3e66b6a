// The launcher runs under whatever Node started it (20 or later), so it uses nothing newer and no package:
// it installs, finds the project's own Node, builds, and hands over to the program.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfChanged } from "./build.mjs";
import { installWhatIsMissing } from "./install.mjs";
import { projectNode } from "./project-node.mjs";
import { Refusal } from "./refusal.mjs";
import { runChild } from "./run-child.mjs";

// Half of what V8 would let its young generation grow to on a machine with much memory, and never give back. Measured on
// 2026-12-01, two runs each: the planning takes 8.7 and 10.9 ms with 8 MB, 7.5 and 8.4 with 32; at rest all holds 204 MB.
const flags = [`--import=${new URL("map-errors.mjs", import.meta.url).href}`, "--max-semi-space-size=32"];

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Runs `preau <args>`; the exit code of the process is the program's own, or 1 with one line in French. */
export async function launch(args) {
  try {
    await installWhatIsMissing(root);
    const node = projectNode(root);
    await buildIfChanged(root, node);
    const program = path.join(root, "dist", "preau.js");
    process.exitCode = await runChild(node, [...flags, program, ...args], { ipc: true });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.message) console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
