const LONGEST = 100;

/**
 * The `objet` that PayFiP accepts: at most 100 letters without accent, digits and spaces. « Cantine d'été – n° 12 »
 * becomes « Cantine d ete n 12 ». Empty when nothing is left: the field is optional.
 */
export function payfipLabel(label: string): string {
  return label
    .replaceAll(/[œŒ]/g, "oe")
    .replaceAll(/[æÆ]/g, "ae")
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .slice(0, LONGEST)
    .trimEnd();
}
