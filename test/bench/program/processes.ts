import { globSync, readFileSync } from "node:fs";

/** A process of Linux, from /proc. */
export interface Process {
  pid: number;
  parent: number;
  /** The command line, its words apart by spaces. */
  command: string;
}

/** A process and everything it started, itself first; PostgreSQL's server is a child of the program. */
export function processTree(root: number): readonly Process[] {
  const all = globSync("/proc/[0-9]*").flatMap((folder) =>
    readProcess(Number(folder.slice("/proc/".length))),
  );
  const tree = all.filter(({ pid }) => pid === root);
  for (const member of tree) tree.push(...all.filter(({ parent }) => parent === member.pid));
  return tree;
}

/** PSS of a process in bytes: what it holds alone, and its share of what it holds with others. */
export function pssOf({ pid }: Process): number {
  const found = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
  if (found === null) throw new Error(`No PSS for ${pid}`);
  return Number(found[1]) * 1024;
}

/** Nothing for a process that has just ended. */
function readProcess(pid: number): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const parent = Number(
      stat
        .slice(stat.lastIndexOf(")") + 1)
        .trim()
        .split(" ")[1],
    );
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return [{ pid, parent, command }];
  } catch {
    return [];
  }
}
