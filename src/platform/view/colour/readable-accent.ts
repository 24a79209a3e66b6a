import { type Colour, colourText, contrast, mix, parseColour } from "./colour.ts";

/** What text needs on its ground. Source: WCAG 2.2, 1.4.3, and RGAA 4.1, 3.2. */
const textContrast = 4.5;

export type ReadableAccent = {
  /** The colour to use, as `#2f6f4f`. */
  colour: string;
  /** True when the colour that was asked for could not be read, so that the agent is told. */
  changed: boolean;
  /** Contrast on the ground of the colour that was asked for, and of the one to use. */
  asked: number;
  reached: number;
};

const black: Colour = [0, 0, 0];
const white: Colour = [1, 1, 1];

/**
 * Keeps a colour that can be read as text on `ground`; otherwise darkens it on a light ground
 * (lightens it on a dark one) by the smallest of a hundred steps that reaches 4.5:1, keeping its hue.
 * Undefined when one of the two is not a colour like `#2f6f4f`.
 *
 * Example: `#7bc67b` on chalk `#fbf9f4` reaches 1.9; a darker green of the same hue is used.
 */
export function readableAccent(colour: string, ground: string): ReadableAccent | undefined {
  const wanted = parseColour(colour);
  const under = parseColour(ground);
  if (!wanted || !under) return undefined;
  const asked = contrast(wanted, under);
  const towards = contrast(black, under) >= contrast(white, under) ? black : white;
  for (let step = 0; step <= 100; step++) {
    // What counts is what the browser will draw: the colour rounded to eight bits a channel.
    const text = colourText(mix(wanted, towards, step / 100));
    const reached = contrast(parseColour(text) ?? towards, under);
    if (reached >= textContrast) return { colour: text, changed: step > 0, asked, reached };
  }
  return { colour: colourText(towards), changed: true, asked, reached: contrast(towards, under) };
}
