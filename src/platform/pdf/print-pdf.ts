import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import type { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";

import { projectRoot } from "../project-root.ts";

/** A document to print on A4 sheets. */
export interface Printable {
  /**
   * The Typst template, as a path from the project's root. It reads what it shows with `json(bytes(sys.inputs.data))`:
   * a family's name is data for it, never code.
   */
  template: string;
  data: object;
  /**
   * Pictures that the template draws, by the name that it gives them: `image("/pictures/photo.jpg")`. Those that carry
   * an orientation (EXIF) are drawn upright.
   */
  pictures?: Readonly<Record<string, Uint8Array>> | undefined;
  /** When the document was made; the same data at the same instant give the same bytes. */
  at: Temporal.Instant;
}

/** The compiler keeps what it read for the next documents; beyond so many, what none of them used is let go. */
const KEPT_FOR = 2;

const templates = new Map<string, string>();
let press: Promise<NodeCompiler> | undefined;

/**
 * A tagged PDF (PDF/UA-1): headings, tables and images are announced by a screen reader, in the language that the
 * template names. Some 5 ms a page, on the caller's thread. The 50 MB library is loaded by the first document only.
 *
 * Throws where a template does not compile, or would print a document that a screen reader cannot read.
 */
export async function printPdf({ template, data, pictures = {}, at }: Printable): Promise<Uint8Array> {
  press ??= openPress();
  const compiler = await press;
  const text = templateText(template);
  const drawn = Object.entries(pictures).map(([name, bytes]) => ({
    path: join(projectRoot, "pictures", name),
    bytes: Buffer.from(bytes),
  }));
  for (const { path, bytes } of drawn) compiler.mapShadow(path, bytes);
  try {
    // Compiled and written in one call: a compiled document given back to JavaScript keeps 1 MB of native memory that
    // the garbage collector knows nothing of (2,000 invoices held 2.8 GB; this way 185 MB, measured on 2026-11-30).
    return compiler.pdf(
      { mainFileContent: text, inputs: { data: JSON.stringify(data) } },
      { pdfStandard: "ua-1", creationTimestamp: Math.floor(at.epochMilliseconds / 1000) },
    );
  } catch (error) {
    throw new Error(`${template} cannot be printed`, { cause: error });
  } finally {
    for (const { path } of drawn) compiler.unmapShadow(path);
    compiler.evictCache(KEPT_FOR);
  }
}

async function openPress(): Promise<NodeCompiler> {
  const typst = await import("@myriaddreamin/typst-ts-node-compiler");
  const fonts = dirname(
    createRequire(import.meta.url).resolve("@expo-google-fonts/atkinson-hyperlegible/package.json"),
  );
  return typst.NodeCompiler.create({ workspace: projectRoot, fontArgs: [{ fontPaths: [fonts] }] });
}

function templateText(path: string): string {
  const known = templates.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(join(projectRoot, path), "utf8");
  templates.set(path, text);
  return text;
}
