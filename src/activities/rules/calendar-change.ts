import type { SchoolPeriod } from "#kernel";

/** What storing a file of school holidays would do, period by period. */
export interface CalendarChange {
  readonly added: readonly SchoolPeriod[];
  readonly changed: readonly { readonly before: readonly SchoolPeriod[]; readonly after: SchoolPeriod }[];
  readonly unchanged: readonly SchoolPeriod[];
  /** Read in the file « à confirmer » while the calendar has a confirmed one: the confirmed one stays. */
  readonly kept: readonly SchoolPeriod[];
}

/**
 * @rule La mise à jour du calendrier scolaire
 *
 * Des vacances importées remplacent celles de la même année qui portent le même nom, ou qui tombent les mêmes
 * jours. Celles dont le fichier ne parle pas restent. Des dates « à confirmer » ne remplacent jamais des dates
 * confirmées.
 *
 * Exemple : le calendrier dit « Toussaint, du 17 octobre au 1er novembre 2026, à confirmer ». Un fichier de
 * l'État qui donne les mêmes dates les confirme ; un fichier qui donne le 24 octobre les déplace.
 */
export function calendarChange(
  known: readonly SchoolPeriod[],
  imported: readonly SchoolPeriod[],
): CalendarChange {
  const added: SchoolPeriod[] = [];
  const changed: { before: SchoolPeriod[]; after: SchoolPeriod }[] = [];
  const unchanged: SchoolPeriod[] = [];
  const kept: SchoolPeriod[] = [];
  for (const after of imported) {
    const before = known.filter((period) => isSame(period, after) || overlaps(period, after));
    const [first] = before;
    if (first === undefined) added.push(after);
    else if (before.length === 1 && saysTheSame(first, after)) unchanged.push(after);
    else if (after.evidence === "G" && before.some((period) => period.evidence === "C")) kept.push(after);
    else changed.push({ before, after });
  }
  return { added, changed, unchanged, kept };
}

function isSame(a: SchoolPeriod, b: SchoolPeriod): boolean {
  return a.schoolYear === b.schoolYear && a.label === b.label;
}

function overlaps(a: SchoolPeriod, b: SchoolPeriod): boolean {
  const { compare } = Temporal.PlainDate;
  return (
    compare(a.firstDayOff, b.lastDayOff ?? b.firstDayOff) <= 0 &&
    compare(b.firstDayOff, a.lastDayOff ?? a.firstDayOff) <= 0
  );
}

function saysTheSame(a: SchoolPeriod, b: SchoolPeriod): boolean {
  const days = (period: SchoolPeriod) => `${period.firstDayOff}/${period.lastDayOff}`;
  return isSame(a, b) && a.kind === b.kind && a.evidence === b.evidence && days(a) === days(b);
}
