import type { ChildBadgeProps, DayGridCell, DayGridDay, DayGridRow, DayGridWeek, Weekday } from "#platform";

// An invented month, November 2026: Wednesdays never open, the 11th is a public holiday,
// the first days are past their deadline, one is full.

export const children: readonly ChildBadgeProps[] = [
  { name: "Léa", initials: "LM", colour: 1 },
  { name: "Noé", initials: "NM", colour: 2 },
  { name: "Anouk", initials: "AM", colour: 3 },
];

/** `units` lines for each of the three children. */
export function fakeRows(units: readonly string[]): DayGridRow[] {
  return children.flatMap((who) => units.map((label) => ({ label, who })));
}

/** Five weeks of November 2026 for these rows. */
export function fakeWeeks(rows: readonly DayGridRow[]): DayGridWeek[] {
  const first = Temporal.PlainDate.from("2026-11-02");
  return [0, 1, 2, 3, 4].map((week) => {
    const monday = first.add({ weeks: week });
    return {
      folded: week === 0 ? "Semaine du 2 au 6 novembre, passée" : undefined,
      caption: `Semaine du ${monday.day} ${monday.add({ days: 4 }).day < monday.day ? "novembre" : ""} au ${inWords(monday.add({ days: 4 }), { day: "numeric", month: "long" })}`,
      days: [0, 1, 2, 3, 4, 5]
        .map((day) => monday.add({ days: day }))
        .filter((date) => date.month === 11)
        .map((date) => fakeDay(date, rows)),
    };
  });
}

function fakeDay(date: Temporal.PlainDate, rows: readonly DayGridRow[]): DayGridDay {
  const weekday = weekdayOf(date);
  const label = inWords(date, { weekday: "long", day: "numeric", month: "long" });
  const shortLabel = inWords(date, { weekday: "short", day: "numeric" });
  if (weekday === 6) {
    return { weekday, label, shortLabel: `${date.day}–${date.day + 1}`, closed: "Week-end", quiet: true };
  }
  if (weekday === 3) {
    const closed = date.day === 11 ? "Fermé : Armistice 1918" : "Fermé le mercredi";
    return { weekday, label, shortLabel, closed };
  }
  if (date.day === 20) return { weekday, label, shortLabel, closed: "Fermé : grève annoncée" };
  const late = date.day <= 10;
  const deadline = date.subtract({ days: weekday === 1 ? 3 : 1 });
  return {
    weekday,
    label,
    note: late
      ? "Ne peut plus être modifié"
      : `Modifiable jusqu’au ${inWords(deadline, { weekday: "long", day: "numeric", month: "long" })} à 12 h`,
    mark: date.day === 9 ? "Aujourd’hui" : undefined,
    cells: rows.map((_, index) => fakeCell(date, index, late)),
  };
}

function fakeCell(date: Temporal.PlainDate, row: number, late: boolean): DayGridCell {
  const saved = (date.day * 7 + row * 3) % 5 < 3;
  if (late) return saved ? { tone: "on", word: "Réservé" } : { tone: "late", word: "Pas de repas" };
  const choice = { name: "r", value: `${row}.${date.toString()}`, saved, checked: saved };
  if (date.day === 17 && row === 1) {
    return { tone: "waiting", word: "Complet – vous êtes 3ᵉ sur la liste" };
  }
  if (date.day === 17 && !saved) {
    return { tone: "full", word: "Complet", choice, note: "Cochez pour rejoindre la liste d’attente" };
  }
  return saved ? { tone: "on", word: "Réservé", choice } : { tone: "free", word: "Libre", choice };
}

function weekdayOf(date: Temporal.PlainDate): Weekday {
  const weekday = ([1, 2, 3, 4, 5, 6, 7] as const).find((day) => day === date.dayOfWeek);
  return weekday ?? 1;
}

function inWords(date: Temporal.PlainDate, options: Intl.DateTimeFormatOptions): string {
  return date.toLocaleString("fr-FR", options);
}
