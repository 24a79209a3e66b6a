import { foldText } from "#kernel";

const ASCII = /^[ -~]*$/;

/**
 * The identity of a name, whoever typed it: accents, case, hyphens, apostrophes and the space after a
 * particle do not count. « D'Amico », « DAMICO » and « d’ amico » are one name, and so are « De Sousa » and
 * « DESOUSA », « Jean-Pierre » and « Jean Pierre ». Empty when the text holds no letter.
 */
export function nameKey(name: string): string {
  return ASCII.test(name)
    ? name.toLowerCase().replace(/[^a-z0-9]+/g, "")
    : foldText(name).replaceAll(" ", "");
}
