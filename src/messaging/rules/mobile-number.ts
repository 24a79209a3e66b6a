/** Beginnings of the mobile numbers of the French overseas departments, each with the code of its territory. */
const OVERSEAS: readonly (readonly [RegExp, string])[] = [
  [/^069[01]/, "+590"],
  [/^069[23]/, "+262"],
  [/^0639/, "+262"],
  [/^0694/, "+594"],
  [/^069[67]/, "+596"],
];

/**
 * The international form of a number that can be texted: « 0612345678 » is `+33612345678`, « +32470123456 » stays,
 * « 0692123456 » (La Réunion) is `+262692123456`. Undefined for a line on which no text message arrives.
 * @param number as the files of families keep it: ten digits, or `+` and the digits of another country
 */
export function mobileNumber(number: string): string | undefined {
  if (/^\+(?!33)[1-9]\d{7,14}$/.test(number)) return number;
  if (!/^0[67]\d{8}$/.test(number)) return undefined;
  const code = OVERSEAS.find(([beginning]) => beginning.test(number))?.[1] ?? "+33";
  return `${code}${number.slice(1)}`;
}
