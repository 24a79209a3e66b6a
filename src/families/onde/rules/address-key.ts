import { foldText } from "#kernel";

/** A postal address as typed; `street` may hold several parts (« 3 résidence des Tilleuls, appt 12 »). */
export interface PostalAddress {
  readonly street: string;
  readonly postcode: string;
  readonly commune: string;
}

/** How a way is shortened on French envelopes; only where a way can stand: first, or after its number. */
const WAYS: Readonly<Record<string, string>> = {
  r: "rue",
  av: "avenue",
  ave: "avenue",
  bd: "boulevard",
  bld: "boulevard",
  blvd: "boulevard",
  boul: "boulevard",
  pl: "place",
  ch: "chemin",
  che: "chemin",
  chem: "chemin",
  imp: "impasse",
  all: "allee",
  rte: "route",
  res: "residence",
  resid: "residence",
  sq: "square",
  lot: "lotissement",
  ham: "hameau",
  fg: "faubourg",
  fbg: "faubourg",
  crs: "cours",
  pass: "passage",
};

/** Words shortened anywhere in an address. */
const WORDS: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "sainte",
  gal: "general",
  dr: "docteur",
  mal: "marechal",
  appt: "appartement",
  apt: "appartement",
  bat: "batiment",
};

const NUMBER = /^\d+$/;
const REPEATED = /^(bis|ter|quater)$/;

const folded = (text: string): string[] => foldText(text).split(" ").filter(Boolean);

function streetWords(street: string): string[] {
  // « 12bis » and « 12 bis » are one number; « n° 12 » and « 12 » too (° folds to « o »).
  const words = folded(
    street.replace(/(\d)\s*(bis|ter|quater)\b/gi, "$1 $2").replace(/^\s*n\s*[°o]?\s*(?=\d)/i, ""),
  );
  return words.map((word, index) => {
    const before = words[index - 1];
    const standsForWay = before === undefined || NUMBER.test(before) || REPEATED.test(before);
    return (standsForWay ? WAYS[word] : undefined) ?? WORDS[word] ?? word;
  });
}

/**
 * Makes of an address the key that decides which adults share a household; empty when the street is
 * unknown, and an unknown address never equals another. Ignored: case, accents, punctuation, double spaces,
 * shortened ways (« r. », « av. », « bd », « imp. »…), « St » for « Saint », « 12bis » for « 12 bis »,
 * « Cedex ». Kept apart on purpose: number, flat, building, commune and postcode, because uniting two
 * families by mistake shows one the data of the other.
 * @example addressKey of « 12, R. de l'Église », 80120, « RUE » and « 12 rue de l’eglise », 80120, « Rue » are equal.
 */
export function addressKey(address: PostalAddress): string {
  const street = streetWords(address.street).join(" ");
  if (street === "") return "";
  const commune = folded(address.commune.replace(/\bcedex\b.*$/i, "")).map((word) => WORDS[word] ?? word);
  return `${address.postcode.replace(/\s/g, "")}|${commune.join(" ")}|${street}`;
}

/**
 * Of several writings of one address, always the same one, whole: street and commune of two people could be
 * spelled differently. Writings without a place (see `addressKey`) do not count.
 */
export function writtenAddress(
  writings: readonly { readonly address: PostalAddress; readonly place: string }[],
): PostalAddress {
  const located = writings.filter(({ place }) => place !== "").map(({ address }) => address);
  const [only, other] = located;
  if (only !== undefined && other === undefined) return only;
  const sorted = located.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? 1 : -1));
  return sorted[0] ?? { street: "", postcode: "", commune: "" };
}
