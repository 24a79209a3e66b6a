import type { Colour } from "./colour.ts";

type Matrix = readonly [Colour, Colour, Colour];

/**
 * How eyes without red (protan) or green (deutan) cones see linear light, at full severity.
 * Source: Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of
 * color vision deficiency", 2009, table 1.
 */
const visions = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
} as const satisfies Record<string, Matrix>;

export type Vision = keyof typeof visions;

/** The colour that such eyes see. */
export function seenBy(vision: Vision, colour: Colour): Colour {
  const [red, green, blue] = visions[vision];
  return [weigh(red, colour), weigh(green, colour), weigh(blue, colour)];
}

function weigh(row: Colour, [red, green, blue]: Colour): number {
  return Math.min(1, Math.max(0, row[0] * red + row[1] * green + row[2] * blue));
}

/** Distance of two colours in OKLab; 0.02 is barely seen side by side. Source: Björn Ottosson, 2020. */
export function distance(one: Colour, other: Colour): number {
  const [a, b] = [oklab(one), oklab(other)];
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

function oklab([red, green, blue]: Colour): Colour {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
