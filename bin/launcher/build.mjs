import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal.mjs";
import { runChild } from "./run-child.mjs";

/** What the bundle is made of; content, not dates, so that a copied or cloned checkout is not built again. */
const SOURCES = ["src", "bin/build.mjs", "package.json", "package-lock.json"];

/** Runs bin/build.mjs under the project's Node when a source changed since dist/ was built. */
export async function buildIfChanged(root, node) {
  const fingerprint = sourcesFingerprint(root);
  const recordPath = path.join(root, "dist", ".sources");
  if (readOrEmpty(recordPath) === fingerprint && fs.existsSync(path.join(root, "dist", "preau.js"))) return;
  const code = await runChild(node, [path.join(root, "bin", "build.mjs")], { cwd: root });
  if (code > 128) throw new Refusal("", code);
  if (code !== 0) throw new Refusal("La construction de Préau a échoué (bin/build.mjs).");
  fs.writeFileSync(recordPath, fingerprint);
}

function sourcesFingerprint(root) {
  const hash = createHash("sha256");
  for (const source of SOURCES) {
    for (const file of filesUnder(path.join(root, source))) {
      hash
        .update(`${path.relative(root, file)}\0`)
        .update(fs.readFileSync(file))
        .update("\0");
    }
  }
  return hash.digest("hex");
}

function filesUnder(entry) {
  if (!fs.statSync(entry, { throwIfNoEntry: false })?.isDirectory())
    return fs.existsSync(entry) ? [entry] : [];
  return fs
    .readdirSync(entry, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((child) => {
      const file = path.join(entry, child.name);
      if (child.isDirectory()) return filesUnder(file);
      return isSource(child.name) ? [file] : [];
    });
}

const isSource = (name) => !/\.test\.tsx?$|\.md$/.test(name) && !name.startsWith(".");

function readOrEmpty(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
