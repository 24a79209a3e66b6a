import { expect, test } from "vitest";
import { parseId } from "./ids.ts";

test("one spelling per key: a lower-case UUID, nothing else", () => {
  const id = "0197c1f2-8a55-7b1c-9d3e-0a1b2c3d4e5f";
  expect(parseId<"child">(id)).toBe(id);
  for (const bad of [id.toUpperCase(), ` ${id}`, `${id}\n`, "", "1", undefined, 12, [id], `{${id}}`]) {
    expect(parseId(bad)).toBeUndefined();
  }
});
