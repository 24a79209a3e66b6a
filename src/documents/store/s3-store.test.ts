import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";

import { afterAll, beforeAll, expect, test } from "vitest";

import { s3StandIn } from "../../../test/documents/s3-stand-in.ts";
import { StoreFull } from "./file-store.ts";
import { s3Store } from "./s3-store.ts";

let spool: string;
beforeAll(async () => {
  spool = await mkdtemp(join(tmpdir(), "preau-s3-"));
});
afterAll(() => rm(spool, { recursive: true }));

const authorityId = "11111111-1111-4111-8111-111111111111";
const place = (number: number) => ({ authorityId, fileId: `3f2c0000-0000-4000-8000-00000000000${number}` });

async function* bytes(length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < length; at += 1000) yield Buffer.alloc(Math.min(1000, length - at), "x");
}

test("kept, read, listed over several answers, removed; nothing stays on this machine", async () => {
  const s3 = await s3StandIn();
  const store = s3Store(s3.url, spool);
  for (const number of [1, 2, 3, 4, 5]) await store.write(place(number), bytes(70_000 + number));
  expect((await buffer(Readable.from(await store.read(place(3))))).length).toBe(70_003);
  await store.remove(place(1));
  const listed = await Array.fromAsync(store.list(authorityId));
  expect(listed.map(({ fileId }) => fileId)).toEqual([2, 3, 4, 5].map((number) => place(number).fileId));
  expect(listed.every(({ ageMs }) => ageMs > 3_600_000)).toBe(true);
  await expect(buffer(Readable.from(await store.read(place(1))))).rejects.toThrow("404");
  expect(await readdir(spool)).toEqual([]);
  expect(await store.clearUnfinished(authorityId, 0)).toBe(0);
  await s3.close();
});

test("who has no room says so; who is away is an error; a refused file is not sent", async () => {
  const s3 = await s3StandIn({ room: 100 });
  const store = s3Store(s3.url, spool);
  await expect(store.write(place(1), bytes(200))).rejects.toBeInstanceOf(StoreFull);
  async function* refused(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("x");
    throw new Error("refused");
  }
  await expect(store.write(place(1), refused())).rejects.toThrow("refused");
  expect(await Array.fromAsync(store.list(authorityId))).toEqual([]);
  await s3.close();
  await expect(store.write(place(1), bytes(10))).rejects.not.toBeInstanceOf(StoreFull);
  expect(await readdir(spool)).toEqual([]);
});
