import fs from "node:fs";
import path from "node:path";
import { findNpm } from "./npm.mjs";
import { hashOf, missingPackages, platformKey, platformPackages } from "./lock-file.mjs";
import { Refusal } from "./refusal.mjs";
import { runChild } from "./run-child.mjs";

/**
 * Makes node_modules what package-lock.json says, with `npm ci`, only when it is not so already.
 * What was checked is recorded in node_modules/.preau-lock, so that later starts read two files and look for
 * the few packages that belong to this system. `withTests` asks for the development packages too.
 */
export async function installWhatIsMissing(root, { withTests = false } = {}) {
  const lockText = fs.readFileSync(path.join(root, "package-lock.json"), "utf8");
  const recordPath = path.join(root, "node_modules", ".preau-lock");
  const wanted = { lock: hashOf(lockText), platform: platformKey(), withTests };
  if (isRecorded(root, recordPath, wanted)) return;

  const lock = JSON.parse(lockText);
  if (missingPackages(root, lock, withTests).length > 0) {
    console.log("Installation des paquets (npm ci), une à deux minutes…");
    await npmCi(root, withTests);
    const missing = missingPackages(root, lock, withTests);
    if (missing.length > 0) {
      throw new Refusal(
        `npm n'a pas installé ${missing.slice(0, 3).join(", ")} : vérifiez le réseau et relancez « npm ci ».`,
      );
    }
  }
  record(recordPath, { ...wanted, platformPackages: platformPackages(lock, withTests) });
}

function isRecorded(root, recordPath, wanted) {
  let recorded;
  try {
    recorded = JSON.parse(fs.readFileSync(recordPath, "utf8"));
  } catch {
    return false;
  }
  return (
    recorded.lock === wanted.lock &&
    recorded.platform === wanted.platform &&
    (recorded.withTests || !wanted.withTests) &&
    recorded.platformPackages.every((name) => fs.existsSync(path.join(root, name)))
  );
}

function record(recordPath, content) {
  try {
    fs.writeFileSync(recordPath, JSON.stringify(content));
  } catch {
    // A checkout installed by another user: the check is made again at the next start (20 ms).
  }
}

async function npmCi(root, withTests) {
  const npm = findNpm();
  const include = withTests ? ["--include=dev", "--include=optional"] : ["--include=optional"];
  let output = "";
  const code = await runChild(npm.command, [...npm.args, "ci", "--loglevel=error", ...include], {
    cwd: root,
    shell: npm.shell,
    quiet: true,
    onOutput: (text) => (output = text),
  });
  if (code > 128) throw new Refusal("", code);
  if (code !== 0) {
    const reasons = output.split("\n").filter((line) => line.startsWith("npm error"));
    const sentence = `L'installation des paquets a échoué (npm ci, code ${code}).`;
    throw new Refusal([...reasons.slice(0, 6), sentence].join("\n"));
  }
}
