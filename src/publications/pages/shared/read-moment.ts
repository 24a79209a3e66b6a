import { parisInstant } from "#kernel";
import { firstValue, formReader, type Correction, type Values } from "#platform";

/** When something is to happen, as a form says it. */
export interface TypedMoment {
  /** Null: now. */
  readonly at: Temporal.Instant | null;
  readonly typed: { readonly quand: string; readonly jour: string; readonly heure: string };
  readonly corrections: readonly Correction[];
}

/**
 * When to publish or to send: null for now. A moment that is over is told: nobody schedules for yesterday.
 * @param past what to say then
 */
export function readMoment(body: Values, now: Temporal.Instant, past: string): TypedMoment {
  const read = formReader(body);
  const typed = {
    quand: firstValue(body, "quand"),
    jour: firstValue(body, "jour"),
    heure: firstValue(body, "heure"),
  };
  const when = read.choice("quand", ["maintenant", "plus-tard"]);
  if (when !== "plus-tard") return { at: null, typed, corrections: read.corrections };
  const day = read.date("jour");
  const time = read.time("heure");
  if (read.corrections.length > 0) return { at: null, typed, corrections: read.corrections };
  const at = parisInstant(Temporal.PlainDate.from(day), Temporal.PlainTime.from(time));
  if (Temporal.Instant.compare(at, now) <= 0) read.correct("jour", past);
  return { at, typed, corrections: read.corrections };
}
