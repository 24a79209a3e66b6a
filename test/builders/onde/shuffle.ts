import type { Extraction } from "../../../src/families/onde/generator/extraction.ts";
import type { Draw } from "../../../src/families/onde/generator/mulberry32.ts";

function shuffled<T>(values: readonly T[], draw: Draw): T[] {
  return values
    .map((value) => ({ value, rank: draw.next() }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ value }) => value);
}

/** The same lines in another order: an import must not see the difference. */
export function shuffleExtraction(extraction: Extraction, draw: Draw): Extraction {
  return { children: shuffled(extraction.children, draw), guardians: shuffled(extraction.guardians, draw) };
}
