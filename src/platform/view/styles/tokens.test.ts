import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Colour, contrast, parseColour } from "../colour/colour.ts";
import { distance, seenBy, type Vision } from "../colour/colour-vision.ts";

// The colours are read from the file that is shipped, so a changed token is a tested token.
const source = readFileSync(new URL("tokens.scss", import.meta.url), "utf8");
const [lightSource = "", darkSource = ""] = source.split("prefers-color-scheme: dark");

function themeOf(text: string): Map<string, Colour> {
  const found = [...text.matchAll(/--([\w-]+): (#[\da-f]{6})/g)];
  return new Map(
    found.flatMap(([, name = "", value = ""]) => {
      const colour = parseColour(value);
      return colour ? [[name, colour] as const] : [];
    }),
  );
}

const light = themeOf(lightSource);
const themes = { light, dark: new Map([...light, ...themeOf(darkSource)]) };
const childNumbers = [1, 2, 3, 4, 5, 6, 7, 8] as const;

function token(theme: keyof typeof themes, name: string): Colour {
  const colour = themes[theme].get(name);
  if (!colour) throw new Error(`no colour --${name} in the ${theme} theme`);
  return colour;
}

/** What is written on what: 4.5:1. */
const texts = [
  ["ink", ["ground", "surface", "sunk", "accent-tint", "brick-tint", "sun-tint", "sky-tint"]],
  ["ink-soft", ["ground", "surface", "sunk"]],
  ["accent", ["ground", "surface", "sunk", "accent-tint"]],
  ["accent-strong", ["ground", "surface", "accent-tint"]],
  ["accent-ink", ["accent", "accent-strong"]],
  ["roof-ink", ["roof"]],
  ["brick", ["ground", "surface"]],
  ["brick-strong", ["surface", "brick-tint"]],
  ["brick-ink", ["brick", "brick-strong"]],
  ["sky", ["surface", "sky-tint"]],
  ["focus-ink", ["focus", "sun"]],
  ["yard-ink", ["yard"]],
] as const;

/** What is drawn on what: 3:1. */
const drawings = [
  ["edge", ["ground", "surface", "accent-tint", "sun-tint"]],
  ["accent", ["ground", "surface", "accent-tint", "sun-tint"]],
  ["sun", ["yard"]],
] as const;

describe.each(["light", "dark"] as const)("%s theme", (theme) => {
  const pairs = (list: readonly (readonly [string, readonly string[]])[]) =>
    list.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));

  test.each(pairs(texts))("text %s on %s reaches 4.5:1", (ink, ground) => {
    expect(contrast(token(theme, ink), token(theme, ground))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(drawings))("drawing %s on %s reaches 3:1", (line, ground) => {
    expect(contrast(token(theme, line), token(theme, ground))).toBeGreaterThanOrEqual(3);
  });

  test.each(childNumbers)("child-%i: initials are read, the disc is seen", (number) => {
    const disc = token(theme, `child-${number}`);
    expect(contrast(token(theme, "badge-ink"), disc)).toBeGreaterThanOrEqual(4.5);
    for (const ground of ["ground", "surface", "accent-tint", "sun-tint"]) {
      expect(contrast(disc, token(theme, ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });

  test.each(["usual", "protanopia", "deuteranopia"] as const)(
    "children stay apart for %s",
    (vision: Vision) => {
      const seen = childNumbers.map((number) => seenBy(vision, token(theme, `child-${number}`)));
      const distances = seen.flatMap((one, index) =>
        seen.slice(index + 1).map((other) => distance(one, other)),
      );
      expect(distances).toHaveLength(28);
      // 0.09 is four to five times what is barely seen side by side.
      expect(Math.min(...distances)).toBeGreaterThanOrEqual(0.09);
    },
  );
});

test("the simulation confuses what colour-blind eyes confuse", () => {
  const [red, green] = [parseColour("#b04a4a"), parseColour("#6f7a2c")];
  if (!red || !green) throw new Error("two colours");
  expect(distance(red, green)).toBeGreaterThan(0.15);
  expect(distance(seenBy("deuteranopia", red), seenBy("deuteranopia", green))).toBeLessThan(0.09);
});
