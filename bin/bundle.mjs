// Bundles one script that uses src/ into one file: `bundle.mjs test/bench/main.ts dist/tools/bench.js`.
import path from "node:path";
import { build } from "esbuild";

const [entry, outfile] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile,
  absWorkingDir: path.resolve(import.meta.dirname, ".."),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node26",
  packages: "external",
  sourcemap: true,
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
}).catch(() => (process.exitCode = 1));
