import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { authorityStylesheet, accentGround } from "./authority-stylesheet.ts";
import { colourText, contrast, parseColour } from "./colour.ts";
import { readableAccent } from "./readable-accent.ts";

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, "0")}`);

test.each([
  ["#2f6f4f", "#fbf9f4", false],
  ["#b3402a", "#fbf9f4", false],
  ["#7bc67b", "#fbf9f4", true],
  ["#ffd54a", "#fbf9f4", true],
  ["#ffffff", "#fbf9f4", true],
  ["#2f6f4f", "#151c22", true],
  ["#86cfa5", "#151c22", false],
])("%s on %s: changed is %s", (colour, ground, changed) => {
  const accent = readableAccent(colour, ground);
  expect(accent?.changed).toBe(changed);
  expect(accent?.colour === colour).toBe(!changed);
});

test.each(["", "#fff", "red", "#12345g", "rgb(0,0,0)", "#1234567", "}*{display:none"])(
  "%j is not a colour",
  (text) => {
    expect(readableAccent(text, "#fbf9f4")).toBeUndefined();
    expect(authorityStylesheet({ accent: text })).toBe("");
  },
);

test("reaches 4.5:1 for any colour on any ground, and says whether it changed it", () => {
  fc.assert(
    fc.property(anyColour, anyColour, (colour, ground) => {
      const accent = readableAccent(colour, ground);
      const under = parseColour(ground);
      const used = parseColour(accent?.colour ?? "");
      if (!accent || !under || !used) throw new Error("two colours");
      expect(contrast(used, under)).toBeGreaterThanOrEqual(4.5);
      expect(accent.changed).toBe(accent.asked < 4.5);
      if (!accent.changed) expect(accent.colour).toBe(colour);
    }),
  );
});

test("a colour is read and written without loss", () => {
  fc.assert(
    fc.property(anyColour, (text) => {
      const colour = parseColour(text.toUpperCase());
      expect(colour && colourText(colour)).toBe(text);
    }),
  );
});

describe("the stylesheet of an authority", () => {
  const values = (css: string, name: string) =>
    [...css.matchAll(new RegExp(`--${name}:(#[\\da-f]{6})`, "g"))].map(([, hex = ""]) => parseColour(hex));

  test("reads on both themes whatever the colour", () => {
    fc.assert(
      fc.property(anyColour, (accent) => {
        const css = authorityStylesheet({ accent });
        const inks = ["#1f2d3a", "#f3efe6"];
        const themes = [accentGround.light, accentGround.dark].map((ground) => parseColour(ground));
        themes.forEach((ground, theme) => {
          const of = (name: string) => values(css, name)[theme];
          const pairs = [
            [of("accent"), ground],
            [of("accent-ink"), of("accent")],
            [of("accent-ink"), of("accent-strong")],
            [of("accent-strong"), of("accent-tint")],
            [of("roof-ink"), of("roof")],
            [parseColour(inks[theme] ?? ""), of("accent-tint")],
          ] as const;
          for (const [front, back] of pairs) {
            if (!front || !back) throw new Error(css);
            expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5);
          }
        });
      }),
    );
  });

  test("is small and holds custom properties only", () => {
    const css = authorityStylesheet({ accent: "#8c4bb0" });
    expect(css.length).toBeLessThan(500);
    expect(css).toMatch(
      /^@media screen\{:root\{(--[\w-]+:#[\da-f]{6};?)+\}@media \(prefers-color-scheme:dark\)/,
    );
  });
});
