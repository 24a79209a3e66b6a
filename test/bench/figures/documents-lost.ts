import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import type { Bench } from "../figure.ts";
import { killedUploads, type UploadsFound } from "../uploads/killed-uploads.ts";

const UPLOADS = 500;
const AT_ONCE = 20;
/** After so many acknowledged files, everything is killed. */
const KILLS = [60, 150, 240, 330, 420];
const SMALL_DISK_MB = 40;

/**
 * 500 uploads of 200 kB while everything is killed five times, then 500 onto a disk of 40 MB, which fills up: what was
 * acknowledged is given back byte for byte, and the sweep leaves nothing that no row names.
 */
export const documentsLost: Bench = {
  names: ["documents_lost"],
  async measure({ folder, say }) {
    const storm = { uploads: UPLOADS, atOnce: AT_ONCE, more: 200_000, say };
    const killed = await killedUploads({ ...storm, folder: within(folder, "killed"), kills: KILLS });
    const filesDir = within(folder, "small-disk");
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SMALL_DISK_MB}m`, "tmpfs", filesDir]);
    try {
      const filled = await killedUploads({ ...storm, folder: within(folder, "full"), kills: [], filesDir });
      const told = filled.full > 0 && filled.acknowledged + filled.full === UPLOADS;
      return {
        documents_lost: {
          value: killed.lost.length + filled.lost.length,
          facts: {
            kills: KILLS.length,
            acknowledged: killed.acknowledged,
            swept: killed.swept,
            on_small_disk: filled.acknowledged,
            told_full: filled.full,
          },
          flaws: [...flawsOf(killed), ...flawsOf(filled), ...(told ? [] : ["A full disk was not told"])],
        },
      };
    } finally {
      execFileSync("umount", ["--lazy", filesDir]);
    }
  },
};

function within(folder: string, name: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

function flawsOf({ orphansLeft }: UploadsFound): string[] {
  return orphansLeft === 0 ? [] : [`${orphansLeft} orphans are left by the sweep`];
}
