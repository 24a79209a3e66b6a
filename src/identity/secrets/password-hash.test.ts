import { parseOptions } from "@node-rs/argon2";
import { expect, test } from "vitest";

import { hashCost, hashPassword, isPassword, nobodysHash } from "./password-hash.ts";

const valueOf = <T>(result: { ok: true; value: T } | { ok: false }): T => {
  if (!result.ok) throw new Error("busy");
  return result.value;
};

test("a password is recognised, also when its accents were typed apart", async () => {
  const hash = valueOf(await hashPassword("équilibre étoilé"));
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(valueOf(await isPassword("équilibre étoilé".normalize("NFD"), hash))).toBe(true);
  expect(valueOf(await isPassword("equilibre etoile", hash))).toBe(false);
});

test("nobody's hash costs what everybody's does, and lets nobody in", async () => {
  expect(parseOptions(nobodysHash)).toMatchObject(hashCost);
  expect(valueOf(await isPassword("", null))).toBe(false);
});
