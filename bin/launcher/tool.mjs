import path from "node:path";
import { fileURLToPath } from "node:url";
import { installWhatIsMissing } from "./install.mjs";
import { projectNode } from "./project-node.mjs";
import { Refusal } from "./refusal.mjs";
import { runChild } from "./run-child.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Runs a script of the project under its own Node, development packages installed; the exit code of the process
 * is the script's, or 1 with one line in French. `script` is a path from the root: TypeScript that Node can strip.
 */
export async function runTool(script, args = []) {
  try {
    await installWhatIsMissing(root, { withTests: true });
    process.exitCode = await runChild(projectNode(root), [path.join(root, script), ...args]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.message) console.error(error.message);
    process.exitCode = error.exitCode;
  }
}
