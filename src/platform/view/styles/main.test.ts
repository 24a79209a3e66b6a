import { gzipSync } from "node:zlib";
import { compile } from "sass";
import { expect, test } from "vitest";

const { css } = compile(new URL("main.scss", import.meta.url).pathname, { style: "compressed" });

test("the shared stylesheet weighs at most 10 kB compressed, and is there", () => {
  expect(css.length).toBeGreaterThan(10_000);
  expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(10_000);
});

test("the stylesheet fetches nothing: no font, no image, no data address", () => {
  expect(css).not.toMatch(/url\(|@import|@font-face/);
});

test("what moves, moves only for those who accept it", () => {
  const quiet = css.replaceAll(
    /@media ?\(prefers-reduced-motion: ?no-preference\)\{(?:[^{}]*\{[^{}]*\})*\}/g,
    "",
  );
  expect(css).toContain("transition");
  expect(quiet).not.toMatch(/transition|animation/);
});
