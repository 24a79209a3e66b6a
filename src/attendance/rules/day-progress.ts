/** How many are expected, and of how many it was noted whether they came. */
export interface Counted {
  expected: number;
  noted: number;
}

/** Nobody expected, nothing noted, some, or all. */
export type DayProgress = "nobody" | "none" | "part" | "complete";

/**
 * @rule Jour pointé
 *
 * Un jour est pointé quand chaque enfant réservé, ou attendu par son contrat, est noté présent ou absent. Un enfant venu
 * sans réserver n’est pas attendu : le noter n’avance pas le jour.
 *
 * Exemple : 31 enfants ont un repas le lundi 9 novembre 2026, 24 sont notés : « 24 pointés sur 31 », il en reste 7.
 */
export function dayProgress({ expected, noted }: Counted): DayProgress {
  if (expected === 0) return "nobody";
  if (noted === 0) return "none";
  return noted < expected ? "part" : "complete";
}

/** The counts of several units or days together. */
export function together(counts: readonly Counted[]): Counted {
  return {
    expected: counts.reduce((sum, { expected }) => sum + expected, 0),
    noted: counts.reduce((sum, { noted }) => sum + noted, 0),
  };
}
