import {
  type DayCalendar,
  type NotCounted,
  type SkippedDays,
  END_OF_DAY,
  countBack,
  parisDateTime,
  parisInstant,
} from "#kernel";

/** At what time of the closing day an act stops being in time. */
export type CutOff =
  | { readonly kind: "slotStart" }
  | { readonly kind: "time"; readonly time: Temporal.PlainTime }
  | { readonly kind: "endOfDay" };

/** N days that count before the slot, at a cut-off. */
export interface WorkingDaysRule {
  readonly kind: "workingDays";
  /** 0 is the day of the slot itself, counted or not. */
  readonly workingDaysBefore: number;
  readonly cutOff: CutOff;
  readonly notCounted: NotCounted;
}

/** How an authority sets a deadline. Booking and cancelling have one each. */
export type DeadlineRule = WorkingDaysRule;

/** What a deadline needs to know of a slot: its date and the local time at which it starts. */
export interface DeadlineSlot {
  readonly date: Temporal.PlainDate;
  readonly startsAt: Temporal.PlainTime;
}

/** When the act closes and which days were skipped to get there, or what is missing to say so. */
export type Deadline =
  | {
      readonly kind: "closes";
      /** The last instant that is in time. */
      readonly at: Temporal.Instant;
      /** The same in Paris. */
      readonly localDate: Temporal.PlainDate;
      readonly localTime: Temporal.PlainTime;
      /** In the order of the calendar; days that count are not in it. */
      readonly skipped: readonly SkippedDays[];
    }
  | { readonly kind: "unknown"; readonly because: DeadlineUnknown };

/** Why a deadline cannot be told: import that school year, or mend a rule that leaves no day. */
export type DeadlineUnknown =
  | { readonly code: "schoolYearMissing"; readonly schoolYear: string }
  | { readonly code: "noDayCounts" };

/**
 * @rule Le délai de réservation ou d'annulation
 *
 * Une famille peut agir jusqu'à un certain nombre de jours qui comptent avant la séance, à une heure dite : une
 * heure fixe, l'heure où la séance commence, ou la fin du jour (23 h 59 min 59,999 s). La collectivité choisit
 * les jours qui ne comptent pas ; réserver et annuler ont chacun leur délai. L'instant du délai est encore
 * dans les temps ; c'est l'heure de réception par le serveur qui fait foi.
 *
 * Exemple, « 24 heures avant, hors week-ends et jours fériés » : un jour avant, à l'heure du repas, samedis,
 * dimanches et jours fériés ne comptant pas. Le repas du jeudi 12 novembre 2026 à 12 h peut être annulé
 * jusqu'au mardi 10 novembre à 12 h, parce que le mercredi 11 est férié (Armistice 1918). Celui du lundi
 * 14 septembre 2026 peut l'être jusqu'au vendredi 11 septembre à 12 h.
 *
 * L'heure est celle de l'horloge à Paris, aussi quand elle change : le repas du lundi 30 mars 2026 ferme le
 * vendredi 27 mars à 12 h, soit 71 heures avant et non 72. Une heure qui n'existe pas (2 h 30 le 29 mars 2026)
 * ferme à 3 h 30 ; une heure qui existe deux fois (2 h 30 le 25 octobre 2026) ferme à la seconde.
 *
 * Zéro jour veut dire le jour de la séance, même s'il ne compte pas ; l'heure peut alors suivre le début.
 * Quand le calendrier scolaire manque, le délai est inconnu et l'année à importer est nommée.
 */
export function deadlineOf(rule: DeadlineRule, slot: DeadlineSlot, calendar: DayCalendar): Deadline {
  const back = countBack(calendar, rule.notCounted, slot.date, rule.workingDaysBefore);
  switch (back.kind) {
    case "unknown":
      return { kind: "unknown", because: { code: "schoolYearMissing", schoolYear: back.schoolYear } };
    case "noDayCounts":
      return { kind: "unknown", because: { code: "noDayCounts" } };
    case "reached": {
      const at = parisInstant(back.date, timeOf(rule.cutOff, slot));
      const local = parisDateTime(at);
      return {
        kind: "closes",
        at,
        localDate: local.toPlainDate(),
        localTime: local.toPlainTime(),
        skipped: back.skipped,
      };
    }
  }
}

/** Whether an act that the server received at `receivedAt` is in time: at the closing instant it still is. */
export function isInTime(closesAt: Temporal.Instant, receivedAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(receivedAt, closesAt) <= 0;
}

function timeOf(cutOff: CutOff, slot: DeadlineSlot): Temporal.PlainTime {
  switch (cutOff.kind) {
    case "slotStart":
      return slot.startsAt;
    case "time":
      return cutOff.time;
    case "endOfDay":
      return END_OF_DAY;
  }
}
