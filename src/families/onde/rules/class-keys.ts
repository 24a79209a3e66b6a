import { nameKey } from "../../rules/name-key.ts";
import type { UnusableChildLine } from "./lines.ts";

/** « Classe CE2 » and « CE2 » are one class. */
const classKey = (name: string): string => nameKey(name.replace(/^\s*classe\b/i, ""));

/**
 * Whether the class on an adult's line is this child's: by its name, its identifier or its level, as
 * extractions vary. « Classes enfants » may list several, one is enough. An empty one does not decide.
 */
export function sameClass(
  mentioned: string,
  child: Pick<UnusableChildLine, "className" | "classId" | "level">,
): boolean {
  if (nameKey(mentioned) === "") return true;
  const own = [child.className, child.classId, child.level].map(classKey).filter(Boolean);
  return [mentioned, ...mentioned.split(/[,/|]/)].some((name) => own.includes(classKey(name)));
}
