import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";

import { ok, refuse, type Finding, type Result } from "#kernel";

import { texts } from "./texts.fr.ts";

/** A finding with the line of the file that it is about. */
export interface LocatedFinding extends Finding {
  /** The first line is 1. */
  readonly line: number;
}

/** A file as it was read: plain values, and the line of every place in them. */
export interface ReadText {
  readonly value: unknown;
  readonly lineOf: (path: Finding["path"]) => number;
}

/**
 * Reads YAML 1.2. A file that is no YAML is refused with the first line that cannot be read: one wrong indent makes the
 * lines after it unreadable too, and they have no fault. Dates and hours stay texts, the sections read them.
 */
export function readText(text: string): Result<ReadText, readonly LocatedFinding[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: "core" });
  if (document.errors.length > 0) {
    const lost = document.errors.find(({ code }) => code !== "DUPLICATE_KEY");
    return refuse(
      (lost === undefined ? document.errors : [lost]).map(({ code, pos }) => ({
        path: [],
        kind: "refused",
        sentence: code === "DUPLICATE_KEY" ? texts.sameKeyTwice : texts.notYaml,
        line: lines.linePos(pos[0]).line,
      })),
    );
  }
  const value = plainValue(document);
  if (!isMap(document.contents) || !value.ok)
    return refuse([{ path: [], kind: "refused", sentence: texts.notARuleSet, line: 1 }]);
  return ok({
    value: value.value,
    lineOf: (path) => Math.max(1, lines.linePos(offsetOf(document, path)).line),
  });
}

/** Refuses a file whose aliases name nothing, or unfold to more than anybody wrote. */
function plainValue(document: Document): Result<unknown, "aliases"> {
  try {
    return ok(document.toJS({ maxAliasCount: 100 }));
  } catch (error) {
    if (error instanceof ReferenceError) return refuse("aliases");
    throw error;
  }
}

/** Where a path begins in the text: the deepest part of it that was written. */
function offsetOf(document: Document, path: Finding["path"]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const found = stepInto(isAlias(node) ? node.resolve(document) : node, step);
    if (found === undefined) break;
    offset = found.offset ?? offset;
    node = found.node;
  }
  return offset;
}

function stepInto(node: unknown, step: string | number) {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, offset: startOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
  return pair === undefined ? undefined : { node: pair.value, offset: startOf(pair.key) };
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node.range?.[0] ?? undefined) : undefined;
}

const isNode = (node: unknown): node is Node => isMap(node) || isSeq(node) || isScalar(node) || isAlias(node);
