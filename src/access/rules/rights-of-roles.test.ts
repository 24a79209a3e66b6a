import { expect, test } from "vitest";

import { parseId, type Id } from "#kernel";

import { rightsOfRoles } from "./rights-of-roles.ts";

const site = (n: number): Id<"site"> => {
  const id = parseId<"site">(`00000000-0000-0000-0000-00000000000${n}`);
  if (id === undefined) throw new Error("no id");
  return id;
};
const [rue, crecy] = [site(1), site(2)];
const rightsOf = (role: string) =>
  ({ kitchen: ["kitchen.read"], manager: ["kitchen.read", "bookings.write"] })[role] ?? [];

test("rights hold where the roles do, one site after another", () => {
  const rights = rightsOfRoles(
    [
      { role: "kitchen", site: rue },
      { role: "manager", site: crecy },
    ],
    rightsOf,
  );
  expect(rights).toEqual(
    new Map([
      ["kitchen.read", new Set([rue, crecy])],
      ["bookings.write", new Set([crecy])],
    ]),
  );
});

test.each([[[null, rue]], [[rue, null]]])(
  "everywhere is everywhere, in whichever order the roles come",
  (sites) => {
    const roles = sites.map((one) => ({ role: "kitchen", site: one }));
    expect(rightsOfRoles(roles, rightsOf)).toEqual(new Map([["kitchen.read", "everywhere"]]));
  },
);

test("a role that the program does not know gives nothing", () => {
  expect(rightsOfRoles([{ role: "wizard", site: null }], rightsOf)).toEqual(new Map());
});
