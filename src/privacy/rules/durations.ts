/** What is kept for a time and then erased. */
export type Duration = keyof typeof DURATIONS;

/** How long each thing is kept, in months; null while the authority has not chosen, and nothing of it is erased. */
export type Durations = Readonly<Record<Duration, number | null>>;

interface Span {
  /** Counted from the end of the school year in which it was last so, or from the day on which it was. */
  readonly from: "school-year" | "day";
  readonly least: number;
  readonly most: number;
  /** What the law and the CNIL propose; the authority's data protection officer decides. */
  readonly proposed: number;
}

/**
 * @rule Combien de temps on garde quoi
 *
 * Rien n’est effacé tant que la collectivité n’a pas choisi une durée. Les fiches sanitaires et les documents de santé
 * s’effacent à la fin de leur année scolaire, le 1er septembre, ou quelques mois après ; un PAI ou un document qui vaut
 * encore reste. Une personne autorisée dont la date est passée s’efface de même. Les autres durées se comptent en mois
 * depuis le jour dit : la fin d’un document, la décision d’une démarche, l’envoi d’un message, la dernière présence d’un
 * foyer. Les factures, les paiements et les comptes sont gardés dix ans et ne s’effacent pas ici.
 *
 * Exemple : santé 2 mois, le 31 octobre 2027 rien ne part ; le 1er novembre 2027, ce qui n’a pas été revu depuis le
 * 1er septembre 2027 s’efface. Démarches 12 mois, le 10 décembre 2027 : celles qui sont closes avant le 10 décembre 2026.
 */
export const DURATIONS = {
  health: { from: "school-year", least: 0, most: 12, proposed: 0 },
  persons: { from: "school-year", least: 0, most: 24, proposed: 0 },
  documents: { from: "day", least: 1, most: 60, proposed: 12 },
  requests: { from: "day", least: 6, most: 60, proposed: 12 },
  messages: { from: "day", least: 1, most: 36, proposed: 12 },
  files: { from: "day", least: 12, most: 120, proposed: 24 },
  journal: { from: "day", least: 6, most: 36, proposed: 12 },
} as const satisfies Record<string, Span>;

/** Every duration, in the order of the page. */
export const durationNames: readonly Duration[] = [
  "health",
  "persons",
  "documents",
  "requests",
  "messages",
  "files",
  "journal",
];

/**
 * The day before which a thing is too old today; null where its duration is not chosen.
 * @param months as the authority chose
 */
export function goesBefore(
  duration: Duration,
  months: number | null,
  today: Temporal.PlainDate,
): Temporal.PlainDate | null {
  if (months === null) return null;
  const day = today.subtract({ months });
  return DURATIONS[duration].from === "day" ? day : schoolYearStart(day);
}

/** The 1st of September that begins the school year of a day. */
function schoolYearStart(day: Temporal.PlainDate): Temporal.PlainDate {
  const start = day.with({ month: 9, day: 1 });
  return Temporal.PlainDate.compare(day, start) < 0 ? start.subtract({ years: 1 }) : start;
}
