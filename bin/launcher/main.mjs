// The launcher runs under whatever Node started it (20 or later), so it uses nothing newer and no package:
// it installs, finds the project's own Node, builds, and hands over to the program.
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfChanged } from "./build.mjs";
import { installWhatIsMissing } from "./install.mjs";
import { projectNode } from "./project-node.mjs";
import { Refusal } from "./refusal.mjs";
import { runChild } from "./run-child.mjs";

// On a machine with much memory V8 lets its young generation grow to 64 MB at the first long work (the demonstration's
// first start) and never gives it back: 60 MB of the 250 that the program may hold at rest, for nothing measurable.
const flags = ["--enable-source-maps", "--max-semi-space-size=8"];

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
