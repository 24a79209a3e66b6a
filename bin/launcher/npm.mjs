import fs from "node:fs";
import path from "node:path";

/**
 * How to run npm: the one that started us, else the one beside this Node, else the one on the PATH
 * (a .cmd file on Windows, which only a shell can run).
 */
export function findNpm() {
  const binFolder = path.dirname(fs.realpathSync(process.execPath));
  const candidates = [
    process.env.npm_execpath,
    path.join(binFolder, "node_modules", "npm", "bin", "npm-cli.js"),
    path.join(binFolder, "..", "lib", "node_modules", "npm", "bin", "npm-cli.js"),
  ];
  const script = candidates.find(
    (file) => file && path.basename(file) === "npm-cli.js" && fs.existsSync(file),
  );
  if (script) return { command: process.execPath, args: [script], shell: false };
  return { command: "npm", args: [], shell: process.platform === "win32" };
}
