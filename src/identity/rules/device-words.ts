/** The first word that fits is the right one: an Edge also says that it is a Chrome, a Chrome that it is a Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\/|\bOpera\b/, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bVersion\/.*\bSafari\//, "Safari"],
];

const MACHINES: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b.*\bMobile\b/, "Téléphone Android"],
  [/\bAndroid\b/, "Tablette Android"],
  [/\bWindows\b/, "Ordinateur Windows"],
  [/\bMac OS X\b|\bMacintosh\b/, "Ordinateur Mac"],
  [/\bCrOS\b/, "Chromebook"],
  [/\bLinux\b/, "Ordinateur Linux"],
];

/**
 * A device in words, from what its browser says it is: « Téléphone Android, Chrome ». Only these words are
 * kept: a person recognises them, and nobody is followed by them.
 */
export function deviceWords(userAgent: string): string {
  const machine = find(MACHINES, userAgent) ?? "Appareil inconnu";
  const browser = find(BROWSERS, userAgent);
  return browser === undefined ? machine : `${machine}, ${browser}`;
}

function find(words: readonly (readonly [RegExp, string])[], userAgent: string): string | undefined {
  return words.find(([sign]) => sign.test(userAgent))?.[1];
}
