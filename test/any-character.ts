import fc from "fast-check";

const SURROGATES = 0xd800;
const HOW_MANY = 0x800;
const LAST = 0x10_ffff;

/**
 * Any character of Unicode, as the unit of a text. The same as fast-check's own « binary », which takes a second of a
 * core before its first text.
 */
export const anyCharacter = fc.integer({ min: 0, max: LAST - HOW_MANY }).map(
  (number) => String.fromCodePoint(number < SURROGATES ? number : number + HOW_MANY),
  // The way back lets fast-check try the texts that it knows as dangerous: « __proto__ ».
  (character) => {
    const point = typeof character === "string" ? character.codePointAt(0) : undefined;
    if (point === undefined || character !== String.fromCodePoint(point)) throw new Error("No character");
    return point < SURROGATES ? point : point - HOW_MANY;
  },
);
