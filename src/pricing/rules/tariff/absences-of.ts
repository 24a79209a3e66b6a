import type { Absence } from "./charge-facts.ts";

/** What is known of somebody on a day, in the order in which the days and hours come. */
export interface NotedPlace {
  readonly date: Temporal.PlainDate;
  readonly startsAt: Temporal.PlainTime;
  /** « announced »: the family said so, and nobody has noted who came; null: nothing is known. */
  readonly state: "present" | "absent" | "announced" | null;
  /** In the words of the price rules; null: no reason is noted. */
  readonly reason: string | null;
  readonly proofOn: Temporal.PlainDate | null;
  readonly toldAt: Temporal.PlainDateTime | null;
}

/** What the price rules call an absence of which no reason is noted: no rule of a reason is for it. */
const NO_REASON = "none";

/** Whether nobody came, as far as anybody said. */
export const isAway = ({ state }: Pick<NotedPlace, "state">): boolean =>
  state === "absent" || state === "announced";

/** A long week-end: from Friday to Tuesday. */
const LONGEST_GAP_DAYS = 4;

/**
 * @rule Une absence de plusieurs jours
 *
 * Les jours d'absence d'une même personne pour un même motif se suivent, tous services du foyer ensemble, tant qu'elle
 * n'est pas revenue et que quatre jours au plus séparent deux jours réservés. L'absence commence à la première séance
 * manquée. Le justificatif reçu pour un de ces jours vaut pour tous, du jour où le premier est reçu ; ce jour compte en
 * entier. La famille a prévenu quand elle l'a dit la première fois. Une absence annoncée que personne n'a encore pointée
 * en est une, du motif que la famille a dit ; la venue pointée ensuite l'efface.
 *
 * Exemple : malade du vendredi 6 au mardi 10 novembre 2026, certificat noté le lundi 9 : une seule absence, qui commence
 * le vendredi 6 à 12 h ; son justificatif est du lundi 9. De retour le mercredi, absent de nouveau le jeudi 12 : une
 * autre absence.
 *
 * In: one person's places, in order. Out: the absence of each place, in the same order; null where there is none.
 */
export function absencesOf(places: readonly NotedPlace[]): readonly (Absence | null)[] {
  const found: (Absence | null)[] = places.map(() => null);
  let run: number[] = [];
  const close = () => {
    const absence = absenceOf(run.flatMap((index) => places[index] ?? []));
    for (const index of run) found[index] = absence;
    run = [];
  };
  for (const [index, place] of places.entries()) {
    const last = places[run.at(-1) ?? -1];
    if (last !== undefined && (place.state === "present" || !isSameRun(last, place))) close();
    if (isAway(place)) run.push(index);
  }
  close();
  return found;
}

function isSameRun(last: NotedPlace, next: NotedPlace): boolean {
  const gap = last.date.until(next.date, { largestUnit: "days" }).days;
  return gap <= LONGEST_GAP_DAYS && (!isAway(next) || next.reason === last.reason);
}

function absenceOf(run: readonly NotedPlace[]): Absence | null {
  const [first] = run;
  if (first === undefined) return null;
  const proof = earliest(run.flatMap(({ proofOn }) => proofOn?.toPlainDateTime() ?? []));
  const told = earliest(run.flatMap(({ toldAt }) => toldAt ?? []));
  return {
    reason: first.reason ?? NO_REASON,
    since: first.date.toPlainDateTime(first.startsAt),
    ...(proof === undefined ? {} : { proofAt: proof }),
    ...(told === undefined ? {} : { toldAt: told }),
  };
}

function earliest(moments: readonly Temporal.PlainDateTime[]): Temporal.PlainDateTime | undefined {
  return moments.toSorted((a, b) => Temporal.PlainDateTime.compare(a, b))[0];
}
