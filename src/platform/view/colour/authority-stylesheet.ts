import { type Colour, colourText, mix, parseColour } from "./colour.ts";
import { readableAccent } from "./readable-accent.ts";

/**
 * The least favourable grounds on which an accent is read in each theme (`--sunk` and
 * `--surface` of tokens.scss): what reads there reads everywhere.
 */
export const accentGround = { light: "#f3eee2", dark: "#1d262e" } as const;

const black: Colour = [0, 0, 0];
const white: Colour = [1, 1, 1];
const darkInk = "#10161b";

export type AuthorityColours = {
  /** As `#2f6f4f`. It is made readable on both themes: ask `readableAccent` what becomes of it. */
  accent: string;
};

/**
 * The small stylesheet of an authority, loaded after the shared one: custom properties only,
 * on screen only (paper stays black on white). Text that is not a colour gives an empty sheet,
 * which leaves Préau's own colours.
 */
export function authorityStylesheet({ accent }: AuthorityColours): string {
  const light = readableAccent(accent, accentGround.light);
  const dark = readableAccent(accent, accentGround.dark);
  if (!light || !dark) return "";
  const onLight = {
    accent: light.colour,
    "accent-strong": blend(light.colour, black, 0.4),
    "accent-ink": "#ffffff",
    "accent-tint": blend(light.colour, white, 0.86),
    roof: light.colour,
    "roof-ink": "#ffffff",
  };
  const onDark = {
    accent: dark.colour,
    "accent-strong": blend(dark.colour, white, 0.3),
    "accent-ink": darkInk,
    "accent-tint": blend(dark.colour, black, 0.92),
    roof: blend(light.colour, black, 0.4),
    "roof-ink": "#ffffff",
  };
  return `@media screen{:root{${declare(onLight)}}@media (prefers-color-scheme:dark){:root{${declare(onDark)}}}}`;
}

function blend(colour: string, into: Colour, share: number): string {
  return colourText(mix(parseColour(colour) ?? black, into, share));
}

function declare(properties: Readonly<Record<string, string>>): string {
  return Object.entries(properties)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";");
}
