import { statSync, type Stats } from "node:fs";
import { dirname } from "node:path";

import type { ServerUser } from "./server-user.ts";

const READ = 4;
const SEARCH = 1;

/**
 * Whether the server's account can walk down to a folder or file and read it: a checkout in /root is closed to
 * everybody else. Only mode bits are read; where an ACL would open more, we take the detour for nothing.
 */
export function canReach(user: ServerUser | null, path: string): boolean {
  if (user === null) return true;
  if (!allows(user, statSync(path), READ)) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (!allows(user, statSync(folder), SEARCH)) return false;
    if (folder === dirname(folder)) return true;
  }
}

function allows(user: ServerUser, stats: Stats, right: number): boolean {
  if (stats.uid === user.uid) return (stats.mode & (right << 6)) !== 0;
  if (stats.gid === user.gid) return (stats.mode & (right << 3)) !== 0;
  return (stats.mode & right) !== 0;
}
