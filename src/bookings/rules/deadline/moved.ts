import { type Closes, closesAt, notAfterStart } from "./closing.ts";
import type { DeadlineSlot } from "./deadline-rule.ts";

/** A cut-off that an agent moved by hand for the slots of some days; both ends included. */
export interface MovedDeadline {
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
  readonly closesAt: Temporal.Instant;
  /** What families read: « le traiteur est fermé le jeudi de l'Ascension ». */
  readonly because: string;
}

/**
 * @rule Délai : déplacé par un agent
 *
 * Un agent peut déplacer le délai des séances de quelques jours, avec un motif que les familles lisent. Ce délai
 * l'emporte sur tous les réglages ; de deux déplacements du même jour, le dernier écrit l'emporte. Il ne dépasse
 * jamais le début de la séance.
 *
 * Exemple : pour les repas du lundi 10 au vendredi 14 mai 2027, le délai est avancé au mardi 4 mai à 10 h, « le
 * traiteur est fermé de mercredi à dimanche ». Les repas de la semaine suivante gardent leur délai.
 *
 * In: the moves of this unit and act, the last written first. Out: null where no agent moved this slot's cut-off.
 */
export function movedDeadline(moves: readonly MovedDeadline[], slot: DeadlineSlot): Closes | null {
  const move = moves.find(
    ({ firstDay, lastDay }) =>
      Temporal.PlainDate.compare(firstDay, slot.date) <= 0 &&
      Temporal.PlainDate.compare(slot.date, lastDay) <= 0,
  );
  if (move === undefined) return null;
  return notAfterStart({ ...closesAt(move.closesAt), moved: move.because }, slot);
}
