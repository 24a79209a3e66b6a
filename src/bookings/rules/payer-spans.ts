/** A guardian who pays on some days; without a last day, until further notice. */
export interface PayerSpan<Payer> {
  readonly payer: Payer;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate | null;
}

/**
 * @rule Qui paie pour un enfant et un service
 *
 * Le payeur est celui de l’inscription, sauf les jours où un autre a été désigné : un changement vaut à partir de son
 * jour, pour cet enfant et ce service dans ce foyer, et remplace ce qui était prévu ensuite. Chaque foyer d’un enfant
 * a son payeur.
 *
 * Exemple : inscription du 1er septembre au 2 juillet, payée par Anne ; Marc désigné à partir du 1er janvier : Anne
 * paie jusqu’au 31 décembre, Marc ensuite.
 *
 * In: the enrolment with its payer, and the periods written for its child and activity, which never overlap. Out: who
 * pays, day after day from the first to the last, in spans as long as they can be.
 */
export function payerSpans<Payer>(
  enrolment: { payer: Payer; firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate },
  periods: readonly PayerSpan<Payer>[],
): readonly (PayerSpan<Payer> & { lastDay: Temporal.PlainDate })[] {
  const { compare } = Temporal.PlainDate;
  const spans: { payer: Payer; firstDay: Temporal.PlainDate; lastDay: Temporal.PlainDate }[] = [];
  let next = enrolment.firstDay;
  const add = (payer: Payer, lastDay: Temporal.PlainDate) => {
    if (compare(next, lastDay) > 0) return;
    spans.push({ payer, firstDay: next, lastDay });
    next = lastDay.add({ days: 1 });
  };
  for (const period of periods.toSorted((a, b) => compare(a.firstDay, b.firstDay))) {
    if (compare(period.firstDay, enrolment.lastDay) > 0) break;
    add(enrolment.payer, period.firstDay.subtract({ days: 1 }));
    const until = period.lastDay ?? enrolment.lastDay;
    add(period.payer, compare(until, enrolment.lastDay) < 0 ? until : enrolment.lastDay);
  }
  add(enrolment.payer, enrolment.lastDay);
  return spans;
}
