import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import type { FastifyInstance } from "fastify";
import { z } from "zod";

import { projectRoot } from "../project-root.ts";

/** A file served for ever under an address that holds its hash. */
interface Asset {
  type: string;
  plain: Buffer;
  br: Buffer;
  gzip: Buffer;
}

/** The built stylesheet, scripts and icons: their addresses by logical name, and their bytes. */
export interface Assets {
  /** The address of « preau.css », or undefined when the build made none. */
  address(logicalName: string): string | undefined;
  file(name: string): Asset | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

const manifestSchema = z.record(z.string(), z.string());

/** Reads dist/assets once, compressing as hard as can be: they are fetched by telephones, once. */
export async function loadAssets(folder = join(projectRoot, "dist", "assets")): Promise<Assets> {
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, "manifest.json"), "utf8")));
  const files = new Map<string, Asset>();
  for (const name of await readdir(folder)) {
    const type = TYPES[name.split(".").at(-1) ?? ""];
    if (type !== undefined) files.set(name, await loadAsset(join(folder, name), type));
  }
  return {
    address: (logicalName) => {
      const name = manifest[logicalName];
      return name === undefined ? undefined : `/assets/${name}`;
    },
    file: (name) => files.get(name),
  };
}

async function loadAsset(path: string, type: string): Promise<Asset> {
  const plain = await readFile(path);
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    promisify(gzip)(plain, { level: 9 }),
  ]);
  return { type, plain, br, gzip: zipped };
}

/** Serves the assets: kept for ever by the browser, since a changed file has another address. */
export function serveAssets(app: FastifyInstance, assets: Assets): void {
  app.get("/assets/:file", async (http, reply) => {
    const name = z.object({ file: z.string() }).parse(http.params).file;
    const asset = assets.file(name);
    if (asset === undefined) return reply.callNotFound();
    const accepted = http.headers["accept-encoding"] ?? "";
    const encoding = accepted.includes("br") ? "br" : accepted.includes("gzip") ? "gzip" : "plain";
    if (encoding !== "plain") reply.header("content-encoding", encoding);
    return reply
      .header("cache-control", "public, max-age=31536000, immutable")
      .header("vary", "accept-encoding")
      .type(asset.type)
      .send(asset[encoding]);
  });
}
