import { dateInFull } from "../date-in-full.ts";
import { momentOf } from "../window-sentence.ts";

/** A season in which nothing can be booked any more, since when, and the next one of its activity. */
export interface ShutSeason {
  readonly seasonName: string;
  /** The last instant at which something could be booked; null where every day was closed. */
  readonly closedAt: Temporal.Instant | null;
  readonly next: {
    readonly seasonName: string;
    readonly firstDay: Temporal.PlainDate;
    /** When its bookings open, where that is still to come. */
    readonly opensAt: Temporal.Instant | null;
  } | null;
}

/** Nothing is left to book: an enrolment would open nothing. */
export interface NothingToBook extends ShutSeason {
  readonly code: "nothing-to-book";
}

/**
 * @rule S'inscrire tant qu'il reste un jour à réserver
 *
 * On ne s'inscrit plus à une saison où plus aucun jour ne se réserve : chaque jour est passé, son délai l'est, ou ses
 * réservations sont closes. Un jour complet compte encore, il a sa liste d'attente. Le refus dit depuis quand, et quelle
 * est la saison suivante. Un agent peut passer outre, avec un motif ; une inscription déjà faite reste.
 *
 * Exemple : les cours du premier trimestre, à partir du 14 septembre, se réservent en entier jusqu'au 13 septembre au
 * soir. Le 20 septembre, « Trimestre 1 » est refusé et « Trimestre 2 », à partir du 4 janvier, est proposé.
 */
export function nothingToBookSentence({ seasonName, closedAt, next }: ShutSeason): string {
  const since = closedAt === null ? "" : ` depuis le ${momentOf(closedAt)}`;
  const closed = `Plus rien ne se réserve pour « ${seasonName} »${since}.`;
  if (next === null) return `${closed} La suite n’est pas encore proposée : appelez-nous pour la connaître.`;
  const opens = next.opensAt === null ? "" : ` ; ses réservations ouvrent le ${momentOf(next.opensAt)}`;
  return `${closed} Choisissez « ${next.seasonName} », à partir du ${dateInFull(next.firstDay)}${opens}.`;
}
