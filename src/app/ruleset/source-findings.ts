import type { Finding } from "#kernel";

import type { RuleSet } from "./schema.ts";
import { texts } from "./texts.fr.ts";

/** Whether the file says honestly where it comes from: what is invented makes the source incomplete. */
export function sourceFindings({ source, invented = [] }: RuleSet): readonly Finding[] {
  if (source === "complete" && invented.length > 0)
    return [{ path: ["source"], kind: "refused", sentence: texts.inventedButComplete }];
  if (source === "incomplete" && invented.length === 0)
    return [{ path: ["source"], kind: "warning", sentence: texts.incompleteOfWhat }];
  return [];
}
