/** What decides on the days for which an entry counts. */
export interface DatedEntry {
  readonly number: number;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate | null;
}

/** An entry and the days for which it really counts: until its end, or the eve of the next one. */
export interface CountedEntry<Entry extends DatedEntry> {
  readonly entry: Entry;
  readonly until: Temporal.PlainDate | null;
  /** Whether another follows it without a day between. */
  readonly followed: boolean;
}

/**
 * @rule Un seul quotient par jour
 *
 * Rien n'est effacé : chaque quotient reste dans l'historique du foyer. Un jour donné, celui qui compte est le dernier
 * dont le jour d'effet est venu ; pour un même jour d'effet, le dernier écrit. Il s'arrête à son expiration, ou la
 * veille du suivant : deux quotients ne comptent jamais le même jour.
 *
 * Exemple : 640 à partir du 1er janvier 2026, 700 à partir du 1er mars, puis 650 écrit en avril avec effet au
 * 1er février : janvier 640, février 650, 700 depuis mars.
 *
 * In: accepted entries in any order. Out: those that count, the first day first.
 */
export function countedDays<Entry extends DatedEntry>(
  entries: readonly Entry[],
): readonly CountedEntry<Entry>[] {
  const last = new Map<string, Entry>();
  for (const entry of entries.toSorted((a, b) => a.number - b.number))
    last.set(entry.firstDay.toString(), entry);
  const inOrder = [...last.values()].toSorted((a, b) => Temporal.PlainDate.compare(a.firstDay, b.firstDay));
  return inOrder.map((entry, index) => {
    const eve = inOrder[index + 1]?.firstDay.subtract({ days: 1 });
    const { lastDay } = entry;
    if (eve === undefined) return { entry, until: lastDay, followed: false };
    const stopsAtEve = lastDay === null || Temporal.PlainDate.compare(eve, lastDay) <= 0;
    return { entry, until: stopsAtEve ? eve : lastDay, followed: stopsAtEve };
  });
}
