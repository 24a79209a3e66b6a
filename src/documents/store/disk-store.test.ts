import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";

import { afterAll, beforeAll, expect, test } from "vitest";

import { diskStore } from "./disk-store.ts";
import { StoreFull } from "./file-store.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preau-store-"));
});
afterAll(() => rm(folder, { recursive: true }));

const authorityId = "11111111-1111-4111-8111-111111111111";
const place = { authorityId, fileId: "3f2c0000-0000-4000-8000-000000000001" };
const other = { authorityId, fileId: "3f2c0000-0000-4000-8000-000000000002" };

async function* bytes(...texts: string[]): AsyncGenerator<Uint8Array> {
  for (const one of texts) yield Buffer.from(one);
}

test("kept, read, listed, removed; what was being written is cleared", async () => {
  const store = diskStore(folder);
  await store.write(place, bytes("un ", "deux"));
  expect(await text(Readable.from(await store.read(place)))).toBe("un deux");
  await writeFile(join(folder, authorityId, "3f", "half.part"), "x");
  expect(await store.clearUnfinished(authorityId, 3_600_000)).toBe(0);
  expect(await store.clearUnfinished(authorityId, 0)).toBe(1);
  const [listed] = await Array.fromAsync(store.list(authorityId));
  expect(listed?.fileId).toBe(place.fileId);
  await store.remove(place);
  await store.remove(place);
  expect(await Array.fromAsync(store.list(authorityId))).toEqual([]);
  await expect(store.read(place)).rejects.toThrow();
  expect(await Array.fromAsync(store.list("22222222-2222-4222-8222-222222222222"))).toEqual([]);
});

test("a file that is refused on its way, or that the disk has no room for, leaves nothing", async () => {
  const store = diskStore(folder);
  async function* fails(error: Error): AsyncGenerator<Uint8Array> {
    yield Buffer.from("un");
    throw error;
  }
  await expect(store.write(other, fails(new Error("no")))).rejects.toThrow("no");
  const full = Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC" });
  await expect(store.write(other, fails(full))).rejects.toBeInstanceOf(StoreFull);
  expect(await readdir(join(folder, authorityId, "3f"))).toEqual([]);
});

test.skipIf(process.platform !== "linux")(
  "a file that nobody reads in the end holds nothing open",
  async () => {
    const store = diskStore(folder);
    await store.write(place, bytes("un"));
    const open = async () => (await readdir("/proc/self/fd")).length;
    const before = await open();
    for (let time = 0; time < 20; time++) Readable.from(await store.read(place)).destroy();
    expect(await open()).toBeLessThan(before + 10);
  },
);
