import { expect, test, vi } from "vitest";

import { AuthorityMemory, forgetAuthorities } from "./authority-memory.ts";

const at = (seconds: number) => Temporal.Instant.from("2026-11-12T08:00:00Z").add({ seconds });
const nobody = () => vi.fn(async () => undefined);

test("a host is looked up once in half a minute, whether anybody answers there or not", async () => {
  const memory = new AuthorityMemory();
  const read = nobody();
  await memory.find("inconnu.fr", at(0), read);
  await memory.find("inconnu.fr", at(29), read);
  expect(read).toHaveBeenCalledTimes(1);
  await memory.find("inconnu.fr", at(30), read);
  await memory.find("autre.fr", at(30), read);
  expect(read).toHaveBeenCalledTimes(3);
});

test("pages asked for together share one look-up", async () => {
  const memory = new AuthorityMemory();
  const read = nobody();
  await Promise.all([1, 2, 3].map(() => memory.find("a.fr", at(0), read)));
  expect(read).toHaveBeenCalledTimes(1);
});

test("a look-up that failed is tried again", async () => {
  const memory = new AuthorityMemory();
  const failing = memory.find("a.fr", at(0), () => Promise.reject(new Error("away")));
  await expect(failing).rejects.toThrow("away");
  const read = nobody();
  await memory.find("a.fr", at(1), read);
  expect(read).toHaveBeenCalledTimes(1);
});

test("a changed setting is seen at once", async () => {
  const memory = new AuthorityMemory();
  const read = nobody();
  await memory.find("a.fr", at(0), read);
  forgetAuthorities();
  await memory.find("a.fr", at(1), read);
  expect(read).toHaveBeenCalledTimes(2);
});

test("a scan of host names does not fill the memory: the oldest go", async () => {
  const memory = new AuthorityMemory();
  const read = nobody();
  for (let n = 0; n <= 1000; n++) await memory.find(`h${n}.fr`, at(0), read);
  await memory.find("h1000.fr", at(1), read);
  expect(read).toHaveBeenCalledTimes(1001);
  await memory.find("h0.fr", at(1), read);
  expect(read).toHaveBeenCalledTimes(1002);
});
