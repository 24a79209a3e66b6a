import { foldText } from "#kernel";
import { nameKey } from "./name-key.ts";

/**
 * The words under which a file is found: folded, and each name in one piece too, so that « dhalluin » and
 * « d'halluin » both find D'HALLUIN.
 */
export function searchKey(...texts: readonly string[]): string {
  return [...new Set(texts.flatMap((text) => [foldText(text), nameKey(text)]).filter(Boolean))].join(" ");
}
