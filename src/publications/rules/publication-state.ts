/** How a publication stands. */
export type PublicationState = "draft" | "scheduled" | "published" | "withdrawn";

/** What an agent does to one. */
export type PublicationAct = "change" | "schedule" | "unschedule" | "withdraw";

/**
 * @rule Ce qui peut être fait d’une publication
 *
 * Un brouillon se corrige et se publie, tout de suite ou à une heure choisie. Avant cette heure, il peut être repris.
 * Une fois publiée, une publication se corrige encore, et chaque version est gardée ; elle peut être retirée, et ne
 * revient pas : on en écrit une autre. Exemple : les menus publiés le 1er décembre par erreur sont retirés le 2 ; on
 * sait encore qui les avait lus.
 */
const ACTS: Readonly<Record<PublicationState, readonly PublicationAct[]>> = {
  draft: ["change", "schedule"],
  scheduled: ["change", "schedule", "unschedule"],
  published: ["change", "withdraw"],
  withdrawn: [],
};

/** The moments that say how it stands. */
export interface PublicationTimes {
  readonly publishAt: Temporal.Instant | null;
  readonly withdrawnAt: Temporal.Instant | null;
}

/** How a publication stands at a moment. */
export function stateOf(
  { publishAt, withdrawnAt }: PublicationTimes,
  now: Temporal.Instant,
): PublicationState {
  if (withdrawnAt !== null) return "withdrawn";
  if (publishAt === null) return "draft";
  return Temporal.Instant.compare(publishAt, now) > 0 ? "scheduled" : "published";
}

/** Whether this may be done to a publication in that state. */
export const allows = (state: PublicationState, act: PublicationAct): boolean => ACTS[state].includes(act);
