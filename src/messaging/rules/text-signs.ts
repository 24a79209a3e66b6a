/** The characters of a text message that take one place each (GSM 03.38), and those that take two. */
const BASIC =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const TWICE = "^{}\\[~]|€";

/** Typographic signs and what says the same in a text message. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019]/g, "'"],
  [/[\u00a0\u202f\u2009]/g, " "],
  [/«\s?|\s?»|[\u201c\u201d]/g, '"'],
  [/[\u2013\u2014]/g, "-"],
  [/…/g, "..."],
  [/œ/g, "oe"],
  [/Œ/g, "OE"],
];

/**
 * A text with the plain signs of a text message: « l’école » becomes « l'école ». Only typography changes, never a letter
 * of a name: one typographic apostrophe would make a message of 160 signs one of 70.
 */
export function plainSigns(text: string): string {
  return PLAIN.reduce((plain, [sign, same]) => plain.replace(sign, same), text);
}

/**
 * @rule Combien de SMS fait un texte
 *
 * Un SMS porte 160 signes, ou 70 si le texte contient un signe qui n’est pas dans l’alphabet des SMS, comme « ê » ou
 * « ç ». Un texte plus long est découpé : 153 signes par morceau, ou 67. Exemple : « Le restaurant est ferme jeudi »
 * est un SMS ; un texte de 161 signes en fait deux. L’opérateur compte et facture chaque morceau.
 *
 * How many text messages a text makes, as the operator counts them.
 */
export function textParts(text: string): number {
  const signs = Array.from(plainSigns(text));
  if (signs.every((sign) => BASIC.includes(sign) || TWICE.includes(sign))) {
    const length = signs.reduce((sum, sign) => sum + (TWICE.includes(sign) ? 2 : 1), 0);
    return length <= 160 ? 1 : Math.ceil(length / 153);
  }
  const { length } = plainSigns(text);
  return length <= 70 ? 1 : Math.ceil(length / 67);
}
