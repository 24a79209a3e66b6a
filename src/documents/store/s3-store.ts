import { randomUUID } from "node:crypto";
import { openAsBlob } from "node:fs";
import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import { AwsClient } from "aws4fetch";
import { XMLParser } from "fast-xml-parser";
import { z } from "zod";

import { isFull } from "./disk-store.ts";
import { UNFINISHED, writeAll } from "./durable-file.ts";
import { StoreFull, type FilePlace, type FileStore, type StoredFile } from "./file-store.ts";

const listing = z.object({
  ListBucketResult: z.object({
    NextContinuationToken: z.string().optional(),
    Contents: z.array(z.object({ Key: z.string(), LastModified: z.string() })).default([]),
  }),
});
const xml = new XMLParser({ parseTagValue: false, isArray: (name) => name === "Contents" });

/** What keepers say when there is no room, beside 507: Ceph and MinIO. */
const NO_ROOM = /QuotaExceeded|StorageFull/;

/**
 * Files at whoever speaks S3: « https://KEY:SECRET@s3.example/BUCKET?region=gra ». A sealed file is first written whole in
 * `spoolDir`, since S3 must be told its length; what it acknowledges is durable there.
 */
export function s3Store(address: URL, spoolDir: string): FileStore {
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(address.username),
    secretAccessKey: decodeURIComponent(address.password),
    region: address.searchParams.get("region") ?? "us-east-1",
    service: "s3",
  });
  const bucket = `${address.origin}${address.pathname.replace(/\/$/, "")}`;
  const pathOf = ({ authorityId, fileId }: FilePlace) => `/${authorityId}/${fileId}.sealed`;

  async function ask(method: "GET" | "PUT" | "DELETE", path: string, body?: Blob): Promise<Response> {
    const { url, headers } = await client.sign(`${bucket}${path}`, { method });
    const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    if (answer.ok) return answer;
    const said = (await answer.text()).slice(0, 500);
    const error = new Error(`S3 answered ${answer.status} to ${method}: ${said}`);
    throw answer.status === 507 || NO_ROOM.test(said) ? new StoreFull(error) : error;
  }

  /** Asked for when it is read: a browser may be gone before it reads a byte. */
  async function* bytesOf(place: FilePlace): AsyncGenerator<Uint8Array> {
    const { body } = await ask("GET", pathOf(place));
    if (body !== null) yield* body;
  }

  return {
    async write(place, content) {
      await mkdir(spoolDir, { recursive: true, mode: 0o700 });
      const spool = join(spoolDir, `${randomUUID()}.part`);
      try {
        await writeAll(spool, content, 0o600);
        const answer = await ask("PUT", pathOf(place), await openAsBlob(spool));
        await answer.body?.cancel();
      } catch (error) {
        throw isFull(error) ? new StoreFull(error) : error;
      } finally {
        await rm(spool, { force: true });
      }
    },
    read: async (place) => bytesOf(place),
    async remove(place) {
      const answer = await ask("DELETE", pathOf(place));
      await answer.body?.cancel();
    },
    async *list(authorityId) {
      let after: string | undefined;
      do {
        const query = new URLSearchParams({ "list-type": "2", prefix: `${authorityId}/` });
        if (after !== undefined) query.set("continuation-token", after);
        const answer = await ask("GET", `/?${query.toString()}`);
        const now = Date.parse(answer.headers.get("date") ?? "");
        const found = listing.parse(xml.parse(await answer.text())).ListBucketResult;
        yield* found.Contents.flatMap(({ Key, LastModified }) =>
          storedFile(Key, now - Date.parse(LastModified)),
        );
        after = found.NextContinuationToken;
      } while (after !== undefined);
    },
    async clearUnfinished(_authorityId, olderThanMs) {
      let cleared = 0;
      const now = performance.timeOrigin + performance.now();
      for (const name of await readdir(spoolDir).catch(() => [])) {
        const path = join(spoolDir, name);
        const found = UNFINISHED.test(name) ? await stat(path).catch(() => undefined) : undefined;
        if (found === undefined || now - found.mtimeMs < olderThanMs) continue;
        await rm(path, { force: true });
        cleared += 1;
      }
      return cleared;
    },
  };
}

/** An age that cannot be read is none: the file stays. */
function storedFile(key: string, ageMs: number): readonly StoredFile[] {
  const fileId = /\/([0-9a-f-]{36})\.sealed$/.exec(key)?.[1];
  return fileId === undefined ? [] : [{ fileId, ageMs: Number.isNaN(ageMs) ? 0 : ageMs }];
}
