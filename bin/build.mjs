// Builds dist/ from src/: the program as one file, the stylesheet and the islands under hashed names, and
// dist/assets/manifest.json, which maps "preau.css" to the name to serve. Run by the launcher under Node 26.
import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { build, transform } from "esbuild";

const root = path.resolve(import.meta.dirname, "..");
const dist = path.join(root, "dist");
const assets = path.join(dist, "assets");
const styleEntry = path.join(root, "src", "platform", "view", "styles", "main.scss");

async function buildProgram() {
  await build({
    absWorkingDir: root,
    entryPoints: ["src/app/cli.ts"],
    outfile: path.join(dist, "preau.js"),
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node26",
    packages: "external",
    sourcemap: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "warning",
  });
}

/** Compiles the stylesheet; returns its logical and hashed names, or nothing while there is none. */
async function buildStyles() {
  const exists = await fs.stat(styleEntry).catch(() => undefined);
  if (!exists) return {};
  const sass = await import("sass");
  const { css } = sass.compile(styleEntry, {
    loadPaths: [path.join(root, "node_modules")],
    quietDeps: true,
    silenceDeprecations: ["import"],
  });
  const { code } = await transform(css, { loader: "css", minify: true, target: "es2022" });
  const hash = createHash("sha256").update(code).digest("base64url").replace(/[-_]/g, "").slice(0, 8);
  const name = `preau.${hash}.css`;
  await fs.writeFile(path.join(assets, name), code);
  return { "preau.css": name };
}

/** Bundles every island for browsers; `planning.island.ts` becomes `planning.js` in the manifest. */
async function buildIslands() {
  const islands = await Array.fromAsync(fs.glob("src/**/*.island.{ts,tsx}", { cwd: root }));
  if (islands.length === 0) return {};
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: islands.map((file) => ({
      in: file,
      out: path.basename(file).replace(/\.island\.tsx?$/, ""),
    })),
    outdir: assets,
    entryNames: "[name].[hash]",
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2020",
    minify: true,
    jsx: "automatic",
    jsxImportSource: "preact",
    metafile: true,
    logLevel: "warning",
  });
  return Object.fromEntries(
    Object.entries(metafile.outputs).map(([file, output]) => {
      const logical = path.basename(output.entryPoint ?? file).replace(/\.island\.tsx?$/, ".js");
      return [logical, path.basename(file)];
    }),
  );
}

/** Copies the drawings of the brand, icon of the tab included. */
async function buildDrawings() {
  const files = await Array.fromAsync(fs.glob("src/platform/view/brand/*.svg", { cwd: root }));
  const copies = files.map(async (file) => {
    const bytes = await fs.readFile(path.join(root, file));
    const hash = createHash("sha256").update(bytes).digest("base64url").replace(/[-_]/g, "").slice(0, 8);
    const name = `${path.basename(file, ".svg")}.${hash}.svg`;
    await fs.writeFile(path.join(assets, name), bytes);
    return [path.basename(file), name];
  });
  return Object.fromEntries(await Promise.all(copies));
}

async function removeOldAssets(manifest) {
  const kept = new Set([...Object.values(manifest), "manifest.json"]);
  const present = await fs.readdir(assets);
  await Promise.all(present.filter((name) => !kept.has(name)).map((name) => fs.rm(path.join(assets, name))));
}

try {
  await fs.mkdir(assets, { recursive: true });
  const [, styles, islands, drawings] = await Promise.all([
    buildProgram(),
    buildStyles(),
    buildIslands(),
    buildDrawings(),
  ]);
  const manifest = { ...styles, ...islands, ...drawings };
  await fs.writeFile(path.join(assets, "manifest.json"), JSON.stringify(manifest, undefined, 2));
  await removeOldAssets(manifest);
} catch (error) {
  // esbuild has already printed its own errors, with file and line.
  if (!Array.isArray(error?.errors)) console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
