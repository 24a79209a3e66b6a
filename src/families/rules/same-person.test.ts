import { parseId, type Id } from "#kernel";
import { expect, test } from "vitest";

import { samePerson } from "./same-person.ts";

function id(last: string): Id<"participant"> {
  const parsed = parseId<"participant">(`00000000-0000-4000-8000-00000000000${last}`);
  if (parsed === undefined) throw new Error(last);
  return parsed;
}
const [zoe, twin] = [id("1"), id("2")];

test.each([
  ["nobody is alike", [], null, [], { kind: "new" }],
  ["somebody is, and nobody was asked", [zoe], null, [], { kind: "ask" }],
  ["it is she", [zoe, twin], zoe, [zoe, twin], { kind: "known", id: zoe }],
  ["it is somebody else", [zoe], "other", [zoe], { kind: "new" }],
  ["somebody came whom the question did not name", [zoe, twin], "other", [zoe], { kind: "ask" }],
  ["whoever was chosen is not alike: the name was changed since", [twin], zoe, [zoe], { kind: "ask" }],
  ["the name was changed, and nobody bears the new one", [], zoe, [zoe], { kind: "new" }],
] as const)("%s", (_, alike, chosen, seen, expected) => {
  expect(samePerson(alike, { chosen, seen })).toEqual(expected);
});
