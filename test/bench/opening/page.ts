import { brotliDecompressSync, gunzipSync } from "node:zlib";

import type { HttpAnswer } from "../program/http-client.ts";

/** The text of an answer, whichever way it was compressed. */
export function textOf({ headers, body }: HttpAnswer): string {
  const encoding = headers["content-encoding"];
  if (encoding === "br") return brotliDecompressSync(body).toString("utf8");
  return (encoding === "gzip" ? gunzipSync(body) : body).toString("utf8");
}

/** The fields of the page's form with this action, as a browser sends them when nothing is typed or ticked. */
export function hiddenFields(html: string, action: string): [string, string][] {
  const from = html.indexOf(`action="${action}"`);
  if (from === -1) throw new Error(`No form ${action} on the page`);
  const form = html.slice(from, html.indexOf("</form>", from));
  return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].flatMap(([tag]) => {
    const name = attributeOf(tag, "name");
    return name === undefined ? [] : [[name, attributeOf(tag, "value") ?? ""]];
  });
}

/** The values of the boxes with this name that are not ticked and may be. */
export function openBoxes(html: string, name: string): string[] {
  return [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].flatMap(([tag]) =>
    attributeOf(tag, "name") === name && !/ (?:checked|disabled)\b/.test(tag)
      ? (attributeOf(tag, "value") ?? [])
      : [],
  );
}

/** What a browser fetches with a page: style sheets and scripts of its own site. */
export function partsOf(html: string): string[] {
  const tags = [...html.matchAll(/<link[^>]*rel="stylesheet"[^>]*>|<script[^>]*src=[^>]*>/g)];
  return tags.flatMap(([tag]) => attributeOf(tag, "href") ?? attributeOf(tag, "src") ?? []);
}

function attributeOf(tag: string, name: string): string | undefined {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
}
