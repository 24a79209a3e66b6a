/** What is proved: an e-mail address by a link, a mobile number by a code. */
export type ProofKind = "email" | "phone";

/**
 * @rule Prouver une adresse e-mail ou un numéro de portable
 *
 * Une nouvelle adresse e-mail reçoit un lien qui marche une fois, pendant 24 heures. Un nouveau numéro reçoit un code de
 * six chiffres, valable dix minutes, avec cinq essais. Une nouvelle demande annule la précédente ; cinq demandes par jour
 * suffisent à qui s’est trompé, et n’en laissent pas envoyer mille à quelqu’un d’autre. Exemple : un code demandé à 10 h
 * ne sert plus à 10 h 10.
 */
export const PROOFS: Readonly<Record<ProofKind, { readonly minutes: number }>> = {
  email: { minutes: 24 * 60 },
  phone: { minutes: 10 },
};

/** How often a code may be typed wrong. */
export const MOST_TRIES = 5;
/** How many links or codes an adult may ask for within 24 hours, of each kind. */
export const MOST_ASKED_A_DAY = 5;

/** A link or a code that was sent. */
export interface SentProof {
  readonly askedAt: Temporal.Instant;
  readonly expiresAt: Temporal.Instant;
  readonly provedAt: Temporal.Instant | null;
  readonly tries: number;
}

/** What a link or a code is worth. */
export type ProofState = "open" | "used" | "expired" | "worn";

/** What it is worth at this instant; `worn`: it was typed wrong too often. */
export function proofState(
  { expiresAt, provedAt, tries }: Omit<SentProof, "askedAt">,
  now: Temporal.Instant,
): ProofState {
  if (provedAt !== null) return "used";
  if (tries >= MOST_TRIES) return "worn";
  return Temporal.Instant.compare(expiresAt, now) <= 0 ? "expired" : "open";
}
