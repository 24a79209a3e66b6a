/**
 * Why somebody who had a place did not come, and the word that the price rules of absences know it by
 * (`reasons` in the rule set's file).
 *
 * @rule Motifs d’absence
 *
 * Un agent note le motif d’une absence quand il est connu : maladie, hospitalisation, éviction médicale, raison
 * familiale, autre. Une grève, un enseignant absent ou le fait du service sont le fait de la collectivité : pour le
 * prix, les trois sont le motif `authority`, qui n’est jamais facturé. Sans motif noté, le prix suit la règle générale
 * des absences.
 */
const REASONS = {
  illness: { word: "Maladie", priced: "illness" },
  hospital: { word: "Hospitalisation", priced: "hospital" },
  eviction: { word: "Éviction médicale", priced: "eviction" },
  family: { word: "Raison familiale", priced: "family" },
  other: { word: "Autre motif", priced: "other" },
  strike: { word: "Grève", priced: "authority" },
  "teacher-absent": { word: "Enseignant absent", priced: "authority" },
  authority: { word: "Fait du service", priced: "authority" },
} as const;

/** A reason of the list. */
export type AbsenceReason = keyof typeof REASONS;

/** The list, in the order in which it is offered. */
export const absenceReasons: readonly AbsenceReason[] = [
  "illness",
  "hospital",
  "eviction",
  "family",
  "other",
  "strike",
  "teacher-absent",
  "authority",
];

/** Whether a word is one of the list. */
export const isAbsenceReason = (word: string): word is AbsenceReason => Object.hasOwn(REASONS, word);

/** « Maladie » */
export function reasonWord(reason: AbsenceReason): string {
  return REASONS[reason].word;
}

/** The word of the price rules: « authority » for a strike. */
export function pricedReason(reason: AbsenceReason): string {
  return REASONS[reason].priced;
}

/** What is offered first, from what is known before anybody was called. */
export function likelyReason(known: {
  toldCause: "sick" | "other" | null;
  teacherAbsent: boolean;
}): AbsenceReason | null {
  if (known.toldCause === "sick") return "illness";
  if (known.teacherAbsent) return "teacher-absent";
  return null;
}
