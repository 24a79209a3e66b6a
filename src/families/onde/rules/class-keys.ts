import { nameKey } from "../../rules/name-key.ts";
import type { UnusableChildLine } from "./lines.ts";

/** « Classe CE2 » and « CE2 » are one class. */
const classKey = (name: string): string => nameKey(name.replace(/^\s*classe\b/i, ""));

/** What a child's class may be called: its name, its identifier, its level. Extractions vary. */
export function classKeysOf(child: Pick<UnusableChildLine, "className" | "classId" | "level">): string[] {
  return [child.className, child.classId, child.level].map(classKey).filter(Boolean);
}

/**
 * Whether the class on an adult's line is one of these. « Classes enfants » may list several, one is enough.
 * An empty one does not decide.
 */
export function isClass(mentioned: string, classKeys: readonly string[]): boolean {
  if (nameKey(mentioned) === "" || classKeys.includes(classKey(mentioned))) return true;
  return mentioned.split(/[,/|]/).some((name) => classKeys.includes(classKey(name)));
}
