import { createHash } from "node:crypto";

import { parseId, type Id } from "#kernel";

/** The id that these words give, always the same: what a form sent twice writes is then one thing. */
export function hashedId<Name extends string>(...words: readonly string[]): Id<Name> {
  const hex = createHash("sha256").update(words.join(" ")).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  const id = parseId<Name>(parts.join("-"));
  if (id === undefined) throw new Error("A hash gave no id");
  return id;
}
