// Runs every check in two lanes, one for each core: what reads the sources, and what runs them.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfChanged } from "./build.mjs";
import { installWhatIsMissing } from "./install.mjs";
import { projectNode } from "./project-node.mjs";
import { Refusal } from "./refusal.mjs";
import { runChild } from "./run-child.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..");
const testReport = path.join(os.tmpdir(), `preau-tests-${process.pid}.json`);

// Two programs in Go: by themselves they share the work out among checkers, each of which works out the same types anew,
// and collect their garbage often. The tests have the other core.
const frugalGo = { GOMAXPROCS: "1", GOGC: "400" };

/** Each check: its name, the package whose command it is, and what it is given. */
const LANES = [
  [
    { name: "format", tool: "oxfmt", args: ["--check"] },
    {
      name: "lint",
      tool: "oxlint",
      args: ["--type-aware", "--deny-warnings", "--format=unix"],
      env: frugalGo,
    },
    {
      name: "types",
      tool: "typescript",
      command: "tsc",
      args: ["--noEmit", "--singleThreaded"],
      env: frugalGo,
    },
    { name: "unused", tool: "knip", args: ["--no-progress"] },
  ],
  [
    { name: "build" },
    {
      name: "tests",
      tool: "vitest",
      args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${testReport}`],
    },
  ],
];

/** Runs the checks named, or all; the exit code is 1 when one failed. Says little when all is well. */
export async function check(names) {
  const started = performance.now();
  if (!process.stdout.isTTY) process.env.NO_COLOR = "1";
  try {
    await installWhatIsMissing(root, { withTests: true });
    const node = projectNode(root);
    const lanes = LANES.map((lane) => lane.filter(({ name }) => names.length === 0 || names.includes(name)));
    const results = (await Promise.all(lanes.map((lane) => runLane(node, lane)))).flat();
    const failed = results.filter(({ ok }) => !ok).map(({ name }) => name);
    console.log(closingLine(results.length, failed, performance.now() - started));
    process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.message) console.error(error.message);
    process.exitCode = error.exitCode;
  } finally {
    fs.rmSync(testReport, { force: true });
  }
}

async function runLane(node, lane) {
  const results = [];
  for (const step of lane) results.push(await runStep(node, step));
  return results;
}

async function runStep(node, step) {
  const started = performance.now();
  const { ok, output } = step.tool ? await runTool(node, step) : await build(node);
  console.log(`${ok ? "✓" : "✗"} ${step.name} (${seconds(performance.now() - started)})`);
  if (!ok) console.log(output.trimEnd());
  return { name: step.name, ok };
}

async function runTool(node, step) {
  let output = "";
  const { args, env } = step;
  const onOutput = (text) => (output = text);
  const code = await runChild(node, [commandOf(step), ...args], { cwd: root, env, quiet: true, onOutput });
  // Ctrl-C: the other lane is told too, and nothing more is to be said.
  if (code > 128) throw new Refusal("", code);
  return { ok: code === 0, output };
}

/** As `npm start` builds, so that what is tested is what runs. */
async function build(node) {
  try {
    await buildIfChanged(root, node);
    return { ok: true, output: "" };
  } catch (error) {
    if (!(error instanceof Refusal) || error.exitCode > 128) throw error;
    return { ok: false, output: error.message };
  }
}

/** Path of a package's command, as its package.json says; no shell and no PATH needed. */
function commandOf({ tool, command = tool }) {
  const folder = path.join(root, "node_modules", tool);
  const { bin } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
  return path.join(folder, typeof bin === "string" ? bin : bin[command]);
}

function closingLine(count, failed, ms) {
  const { numTotalTests = 0, numFailedTests = 0 } = readReport();
  const tests = numTotalTests > 0 ? `, ${numTotalTests} tests` : "";
  if (count === 0) return "Aucune vérification de ce nom.";
  if (failed.length === 0) return `Tout va bien : ${count} vérifications${tests}, ${seconds(ms)}.`;
  const failedTests = numFailedTests > 0 ? ` (${numFailedTests} tests sur ${numTotalTests})` : "";
  return `À corriger : ${failed.join(", ")}${failedTests} ; ${count} vérifications${tests}, ${seconds(ms)}.`;
}

function readReport() {
  try {
    return JSON.parse(fs.readFileSync(testReport, "utf8"));
  } catch {
    return {};
  }
}

const seconds = (ms) => `${(ms / 1000).toFixed(1).replace(".", ",")} s`;
