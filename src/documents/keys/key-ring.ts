import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { z } from "zod";

import { writeDurably } from "../store/durable-file.ts";
import type { FileKey } from "../sealed/seal.ts";

/** The key of a file, closed under a key of its authority: all that the database knows of it. */
export interface WrappedKey {
  /** Which of the authority's keys. */
  readonly keyId: string;
  readonly wrapped: Uint8Array;
}

const authorityKey = z.object({
  id: z.uuid(),
  madeAt: z.string(),
  secret: z.string().transform((text) => Buffer.from(text, "base64")),
});
const ringFile = z.object({ keys: z.array(authorityKey).min(1) });
type AuthorityKey = z.output<typeof authorityKey>;

const CIPHER = "aes-256-gcm";
const NONCE = 12;
const TAG = 16;

/**
 * The keys of the authorities, in a folder outside the database: one file each, which only the program's user reads.
 * A file is read again each time: a rotation by another process is seen at once. The last key closes new files; the
 * ones before it are kept, since a backup of the database may still name them.
 */
export class KeyRing {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Closes the key of a file under its authority's key of today, which is made for its first file. */
  async wrap(authorityId: string, { fileId, key }: FileKey, now: Temporal.Instant): Promise<WrappedKey> {
    const { id, secret } = await this.#current(authorityId, now);
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(Buffer.from(fileId));
    const wrapped = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
    return { keyId: id, wrapped };
  }

  /** Opens the key of a file. Throws where the authority's key is not in the folder, or the file is another's. */
  async unwrap(authorityId: string, fileId: string, { keyId, wrapped }: WrappedKey): Promise<FileKey> {
    const known = (await this.#keys(authorityId)).find(({ id }) => id === keyId);
    if (known === undefined) throw new Error(`The key ${keyId} is not in ${this.#folder}`);
    const bytes = Buffer.from(wrapped);
    const decipher = createDecipheriv(CIPHER, known.secret, bytes.subarray(0, NONCE));
    decipher.setAAD(Buffer.from(fileId)).setAuthTag(bytes.subarray(-TAG));
    return { fileId, key: Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]) };
  }

  /** The id of the key that closes new files; undefined before the first file. */
  async currentId(authorityId: string): Promise<string | undefined> {
    return (await this.#keys(authorityId)).at(-1)?.id;
  }

  /** Makes a new key, which closes files from now on; those that are closed stay so until they are wrapped again. */
  async rotate(authorityId: string, now: Temporal.Instant): Promise<void> {
    await this.#write(authorityId, [...(await this.#keys(authorityId)), newKey(now)], "replace");
  }

  async #current(authorityId: string, now: Temporal.Instant): Promise<AuthorityKey> {
    const known = (await this.#keys(authorityId)).at(-1);
    if (known !== undefined) return known;
    // Two processes may both come first: the file of one of them stands, and both read it.
    await this.#write(authorityId, [newKey(now)], "create");
    const made = (await this.#keys(authorityId)).at(-1);
    if (made === undefined) throw new Error(`No key could be kept in ${this.#folder}`);
    return made;
  }

  async #keys(authorityId: string): Promise<readonly AuthorityKey[]> {
    try {
      return ringFile.parse(JSON.parse(await readFile(this.#path(authorityId), "utf8"))).keys;
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
      throw error;
    }
  }

  async #write(authorityId: string, keys: readonly AuthorityKey[], how: "create" | "replace"): Promise<void> {
    const kept = keys.map(({ secret, ...rest }) => ({ ...rest, secret: secret.toString("base64") }));
    const text = `${JSON.stringify({ keys: kept }, undefined, 2)}\n`;
    await writeDurably(this.#path(authorityId), [Buffer.from(text)], { mode: 0o600, how });
  }

  #path(authorityId: string): string {
    return join(this.#folder, `${authorityId}.json`);
  }
}

const newKey = (now: Temporal.Instant): AuthorityKey => ({
  id: randomUUID(),
  madeAt: now.toString(),
  secret: randomBytes(32),
});
