import type { Result } from "#kernel";

import type { GatewayAnswer, GatewayFault, GatewayResult } from "../gateway/gateway.ts";
import { differences, type Asked, type Difference } from "./differences.ts";

/** Where an attempt stands. */
export type AttemptState =
  | "opening"
  | "failed"
  | "open"
  | "expired"
  | "refused"
  | "abandoned"
  | "gone"
  | "differing"
  | "paid";

/** How long nobody opens another attempt for the same document, and an abandon is not believed. */
export const LIVE_MINUTES = 20;
/** How long the service lets the payer onto its page. */
export const PAGE_MINUTES = 15;
/** An attempt of which the service told no reference after so long never reached the payer: nobody can pay it. */
export const OPENING_MINUTES = 2;
const COOL_DOWN_MINUTES = 5;
const SLOW_AFTER_MINUTES = 60;
const SLOW_MINUTES = 60;
const FAULT_MINUTES = 30;
const ALERT_AFTER_HOURS = 7 * 24;

/** States in which the attempt holds its documents. */
const LIVE: readonly AttemptState[] = ["opening", "open"];
/** States that an answer no longer changes. « differing » is settled by an agent. */
const FINAL: readonly AttemptState[] = ["paid", "differing"];

/** Whether nobody may open another attempt for the same documents. */
export const isLive = (state: AttemptState): boolean => LIVE.includes(state);

/** What an answer makes of an attempt. */
export interface Course {
  readonly state: AttemptState;
  /** When to ask again; null: never by itself. */
  readonly next: Temporal.Instant | null;
  /** Money is there: it is written, once. */
  readonly paid: GatewayResult | null;
  /** The answer is not what was asked: an agent looks. */
  readonly differing: { readonly answer: GatewayResult; readonly differences: readonly Difference[] } | null;
  /** Nothing is known after seven days: an agent is told. */
  readonly alert: boolean;
}

/** An attempt that was opened, and what was asked of the service. */
export interface Opened {
  readonly state: AttemptState;
  readonly openedAt: Temporal.Instant;
  readonly asked: Asked;
}

/**
 * @rule Ce que devient un paiement en ligne
 *
 * Seule la réponse de PayFiP décide. Payé : le règlement est inscrit, une seule fois, même si la réponse arrive après que
 * la tentative a expiré. Refusé : la facture reste à régler. Abandonné ou sans réponse : rien n’est conclu avant vingt
 * minutes, car le payeur est peut-être encore sur la page. PayFiP est interrogé toutes les cinq minutes pendant une heure,
 * puis chaque heure pendant sept jours ; au-delà, un agent est prévenu. Après une panne, on attend trente minutes.
 * Panne ou silence, une facture n’est pas retenue plus de vingt minutes : elle peut alors être payée de nouveau.
 *
 * Exemple : ouvert à 9 h, abandonné à 9 h 05 : la facture ne peut être payée de nouveau en ligne qu’à 9 h 20.
 */
export function courseOf(
  { state, openedAt, asked }: Opened,
  answered: Result<GatewayAnswer, GatewayFault>,
  now: Temporal.Instant,
): Course {
  const stays = (kept: AttemptState, minutes: number | null): Course =>
    waitingCourse(kept, openedAt, now, minutes);
  if (FINAL.includes(state)) return { ...NOTHING, state };
  const late = minutesBetween(openedAt, now) >= LIVE_MINUTES;
  // Nothing is known: the documents are held no longer than the payer may have been on the page.
  const unknown = late && state === "open" ? "expired" : state;
  if (!answered.ok) {
    const { refusal } = answered;
    return stays(
      unknown,
      refusal.code === "unavailable" ? Math.max(refusal.retryAfterMinutes, 1) : FAULT_MINUTES,
    );
  }
  const answer = answered.value;
  if (answer.kind === "waiting") return stays(unknown, null);
  if (answer.kind === "gone")
    return { ...NOTHING, state: state === "open" || state === "expired" ? "gone" : state };
  const found = differences(asked, answer);
  if (found.length > 0) return { ...NOTHING, state: "differing", differing: { answer, differences: found } };
  if (answer.outcome === "paid") return { ...NOTHING, state: "paid", paid: answer };
  if (answer.outcome === "refused") return { ...NOTHING, state: "refused" };
  return late ? { ...NOTHING, state: "abandoned" } : stays(state, null);
}

const NOTHING: Omit<Course, "state"> = { next: null, paid: null, differing: null, alert: false };

function waitingCourse(
  state: AttemptState,
  openedAt: Temporal.Instant,
  now: Temporal.Instant,
  minutes: number | null,
): Course {
  const age = minutesBetween(openedAt, now);
  if (age >= ALERT_AFTER_HOURS * 60)
    return { ...NOTHING, state: state === "open" ? "expired" : state, alert: true };
  const pace = minutes ?? (age < SLOW_AFTER_MINUTES ? COOL_DOWN_MINUTES : SLOW_MINUTES);
  return { ...NOTHING, state, next: now.add({ minutes: pace }) };
}

function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return to.since(from).total("minutes");
}
