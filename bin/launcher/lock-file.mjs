import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

export const hashOf = (text) => createHash("sha256").update(text).digest("hex");

let libc;

/** "glibc", "musl", or undefined outside Linux; npm's lock file uses the same two words. */
function systemLibc() {
  if (process.platform !== "linux") return undefined;
  libc ??= process.report.getReport().header.glibcVersionRuntime ? "glibc" : "musl";
  return libc;
}

/** Names this system: a node_modules copied from another one is not good here. */
export function platformKey() {
  return `${process.platform}-${process.arch}`;
}

const allows = (list, value) => !list || [list].flat().includes(value);

function isForThisSystem(entry) {
  return (
    allows(entry.os, process.platform) &&
    allows(entry.cpu, process.arch) &&
    (!entry.libc || allows(entry.libc, systemLibc()))
  );
}

/** Paths of the packages made for this system (Node 26, PostgreSQL, esbuild…); npm skips them without a word. */
export function platformPackages(lock, withTests) {
  return Object.entries(lock.packages)
    .filter(([, entry]) => (entry.os || entry.cpu) && isForThisSystem(entry) && (withTests || !entry.dev))
    .map(([name]) => name);
}

/** Paths of the packages of the lock file that node_modules lacks or has in another version. */
export function missingPackages(root, lock, withTests) {
  const installed = installedVersions(root);
  const forSystem = new Set(platformPackages(lock, withTests));
  return Object.entries(lock.packages)
    .filter(([name, entry]) => name !== "" && !entry.link && (withTests || !entry.dev))
    .filter(([name, entry]) => !entry.optional || forSystem.has(name))
    .filter(([name, entry]) => installed[name] !== entry.version || !fs.existsSync(path.join(root, name)))
    .map(([name]) => name);
}

/** What npm says it installed last (its hidden lock file); nothing when node_modules is absent. */
function installedVersions(root) {
  try {
    const hidden = JSON.parse(fs.readFileSync(path.join(root, "node_modules", ".package-lock.json"), "utf8"));
    return Object.fromEntries(Object.entries(hidden.packages).map(([name, entry]) => [name, entry.version]));
  } catch {
    return {};
  }
}
