/** A colour as three channels of light, 0 to 1, gamma removed (linear sRGB). */
export type Colour = readonly [red: number, green: number, blue: number];

/** Reads `#2f6f4f`, in either case, with or without `#`; undefined for anything else. */
export function parseColour(text: string): Colour | undefined {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text.trim()) ?? [];
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return [channel(red), channel(green), channel(blue)];
}

function channel(hex: string): number {
  const value = Number.parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Writes a colour as `#2f6f4f`. */
export function colourText(colour: Colour): string {
  return `#${colour
    .map((light) => {
      const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
      return Math.round(value * 255)
        .toString(16)
        .padStart(2, "0");
    })
    .join("")}`;
}

/** Relative luminance, 0 (black) to 1 (white). Source: WCAG 2.2, "relative luminance". */
function luminance([red, green, blue]: Colour): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(one: Colour, other: Colour): number {
  const lights = [luminance(one) + 0.05, luminance(other) + 0.05];
  return Math.max(...lights) / Math.min(...lights);
}

/** `share` of `into` poured into `colour`: 0 changes nothing, 1 gives `into`. */
export function mix(colour: Colour, into: Colour, share: number): Colour {
  const pour = (from: number, to: number) => from + (to - from) * share;
  return [pour(colour[0], into[0]), pour(colour[1], into[1]), pour(colour[2], into[2])];
}
