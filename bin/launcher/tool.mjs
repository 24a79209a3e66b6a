import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfChanged } from "./build.mjs";
import { installWhatIsMissing } from "./install.mjs";
import { projectNode } from "./project-node.mjs";
import { Refusal } from "./refusal.mjs";
import { runChild } from "./run-child.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");

/**
 * Runs a TypeScript script of the project under its own Node, development packages installed; the exit code of
 * the process is the script's, or 1 with one line in French. `script` is a path from the root. With `program`,
 * the script is bundled first, because it uses src/ (Node strips types, not JSX), and the program is built.
 */
export async function runTool(script, args = [], { program = false } = {}) {
  try {
    await installWhatIsMissing(root, { withTests: true });
    const node = projectNode(root);
    const file = program ? await bundled(node, script) : path.join(root, script);
    process.exitCode = await runChild(node, ["--enable-source-maps", file, ...args]);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.message) console.error(error.message);
    process.exitCode = error.exitCode;
  }
}

async function bundled(node, script) {
  await buildIfChanged(root, node);
  const file = path.join(root, "dist", "tools", `${script.replaceAll(/[^a-z]+/g, "-")}.js`);
  const code = await runChild(node, [path.join(root, "bin", "bundle.mjs"), script, file]);
  if (code !== 0)
    throw new Refusal(code > 128 ? "" : `${script} ne se construit pas.`, code > 128 ? code : 1);
  return file;
}
