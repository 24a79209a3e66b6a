/** Letters that Unicode does not decompose, as French registers write them without their accent. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const ASCII = /^[ -~]*$/;

/**
 * Folds a text to lower case without accents, each run of anything else than letters and digits becoming
 * one space: « Œuilly-sous-l’Église » gives `oeuilly sous l eglise`. Used to search and to compare.
 */
export function foldText(text: string): string {
  // Nine names in ten: five times faster, which 50,000 children notice.
  if (ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .trim();
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[œæßøłđðþı]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
