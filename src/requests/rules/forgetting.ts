/**
 * @rule Quand les réponses d’une démarche de santé sont oubliées
 *
 * Ce que la famille a répondu s’efface une fois finie l’année scolaire où la demande a été décidée ou retirée, le
 * 1er septembre, avec les messages et les notes écrits à son sujet. La demande reste, avec ses dates, sa décision et le
 * motif d’un refus. C’est un réglage de chaque
 * type : la santé d’un enfant n’est gardée que pour son année.
 *
 * Exemple : un PAI accepté le 10 décembre 2026 est oublié le 1er septembre 2027 ; accepté le 2 septembre 2026, il l’est le
 * même jour.
 *
 * The first day of the school year of a day: what was decided before it is forgotten.
 */
export function forgottenBefore(today: Temporal.PlainDate): Temporal.PlainDate {
  const start = today.with({ month: 9, day: 1 });
  return Temporal.PlainDate.compare(today, start) < 0 ? start.subtract({ years: 1 }) : start;
}
